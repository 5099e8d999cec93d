"""Does to workbooks in LibreOffice what a person would, and saves them.

fill.py PIPE PROFILE < JOBS   a JSON list of [IN, OUT, [STEP…]], where a step is SHEET!A1=TEXT, insert:SHEET!ROW
or rename:SHEET=NAME, delete:SHEET!ROW, clear:SHEET!AREA, drop:SHEET, sort:SHEET!AREA!COLUMN (from 0 in the area)
"""

import json
import os
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.table import TableSortField


def prop(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def damage(document, sheet, kind, more):
    if kind == "delete":
        sheet.Rows.removeByIndex(int(more[0]) - 1, 1)
    elif kind == "drop":
        document.Sheets.removeByName(sheet.Name)
    elif kind == "clear":
        sheet.getCellRangeByName(more[0]).clearContents(1 | 2 | 4 | 16)
    else:
        field = TableSortField()
        field.Field, field.IsAscending = int(more[1]), True
        fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
        descriptor = PropertyValue()
        descriptor.Name, descriptor.Value = "SortFields", fields
        uno.invoke(sheet.getCellRangeByName(more[0]), "sort", ((descriptor,),))


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
        if step.startswith(("delete:", "clear:", "drop:", "sort:")):
            kind, rest = step.split(":", 1)
            sheet, *more = rest.split("!")
            document.Sheets.getByName(sheet).unprotect("")
            damage(document, document.Sheets.getByName(sheet), kind, more)
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
