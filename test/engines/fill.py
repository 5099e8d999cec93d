"""Does to workbooks in LibreOffice what a person would, and saves them.

fill.py PIPE PROFILE < JOBS   a JSON list of [IN, OUT, [STEP…]], where a step is SHEET!A1=TEXT, insert:SHEET!ROW
or rename:SHEET=NAME
"""

import json
import os
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue


def prop(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


pipe, profile = sys.argv[1:]
office = subprocess.Popen(
    ["soffice", "--headless", "--norestore", "--nologo", f"-env:UserInstallation=file://{profile}",
     f"--accept=pipe,name={pipe};urp;"],
    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
context = None
for _ in range(600):
    try:
        context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        break
    except Exception:
        time.sleep(0.2)
desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
for source, target, steps in json.load(sys.stdin):
    document = desktop.loadComponentFromURL(f"file://{os.path.abspath(source)}", "_blank", 0, (prop("Hidden", True),))
    for step in steps:
        if step.startswith("insert:"):
            sheet, row = step[len("insert:"):].split("!")
            document.Sheets.getByName(sheet).unprotect("")
            document.Sheets.getByName(sheet).Rows.insertByIndex(int(row) - 1, 1)
            continue
        if step.startswith("rename:"):
            before, after = step[len("rename:"):].split("=")
            document.Sheets.getByName(before).Name = after
            continue
        place, text = step.split("=", 1)
        sheet, address = place.split("!")
        document.Sheets.getByName(sheet).getCellRangeByName(address).String = text
    document.calculateAll()
    document.storeToURL(f"file://{os.path.abspath(target)}", (prop("FilterName", "Calc MS Excel 2007 XML"),))
    document.close(True)
try:
    desktop.terminate()
except Exception:
    pass
office.wait(60)
