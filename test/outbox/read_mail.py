"""Reads mails with Python's own parser, as base64 in a JSON list on standard input; prints what it found as JSON."""

import base64
import json
import sys
from email import message_from_bytes, policy


def read(mail):
    message = message_from_bytes(mail, policy=policy.default)
    return {
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
            for part in message.iter_attachments()
        ],
    }


print(json.dumps([read(base64.b64decode(mail)) for mail in json.load(sys.stdin)]))
