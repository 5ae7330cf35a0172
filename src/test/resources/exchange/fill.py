"""Fills workbooks with LibreOffice, cell by cell, as a person would: fill.py jobs.json soffice"""
import json, os, subprocess, sys, tempfile, time
import uno
from com.sun.star.beans import PropertyValue

def option(name, value):
    prop = PropertyValue()
    prop.Name, prop.Value = name, value
    return prop

jobs = json.load(open(sys.argv[1]))
profile = tempfile.mkdtemp()
pipe = "fill%d" % os.getpid()
office = subprocess.Popen([sys.argv[2], "-env:UserInstallation=file://" + profile, "--headless", "--norestore", "--nologo",
    "--accept=pipe,name=%s;urp;" % pipe], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
try:
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    context = None
    for attempt in range(300):
        try:
            context = resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
            break
        except Exception:
            time.sleep(0.2)
    desktop = context.ServiceManager.createInstance("com.sun.star.frame.Desktop")
    for job in jobs:
        document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(job["in"]), "_blank", 0, (option("Hidden", True),))
        for fill in job["cells"]:
            cell = document.Sheets.getByName(fill["sheet"]).getCellRangeByName(fill["cell"])
            if "number" in fill:
                cell.setValue(fill["number"])
            else:
                cell.setString(fill["text"])
        document.storeToURL(uno.systemPathToFileUrl(job["out"]), (option("FilterName", "Calc MS Excel 2007 XML"),))
        document.close(True)
    try:
        desktop.terminate()
    except Exception:
        pass
    office.wait(60)
finally:
    if office.poll() is None:
        office.kill()
