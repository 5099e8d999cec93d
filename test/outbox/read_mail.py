"""Reads an .eml from standard input with Python's own mail parser and prints what it found as JSON."""

import base64
import json
import sys
from email import message_from_bytes, policy

message = message_from_bytes(sys.stdin.buffer.read(), policy=policy.default)
attachments = list(message.iter_attachments())
print(
    json.dumps(
        {
            "defects": [repr(d) for part in message.walk() for d in part.defects],
            "headers": [[name.lower(), str(value)] for name, value in message.items()],
            "subject": str(message["subject"]),
            "to": [str(a.addr_spec) for a in message["to"].addresses] if message["to"] else [],
            "text": message.get_body(("plain",)).get_content(),
            "attachments": [
                {
                    "name": part.get_filename(),
                    "type": part.get_content_type(),
                    "content": base64.b64encode(part.get_payload(decode=True)).decode(),
                }
                for part in attachments
            ],
        }
    )
)
