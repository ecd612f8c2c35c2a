"""Opens the written formats with programs that are not ours; says what is missing and skips it."""

import csv
import json
import shutil
import sqlite3
import subprocess
import sys
import xml.etree.ElementTree as ElementTree


skipped = set()


def skip(what):
    if what not in skipped:
        print(f"skipped: {what} is not installed")
    skipped.add(what)


def beside(path):
    """What the test knows of a file."""
    with open(path + ".json", encoding="utf-8") as file:
        return json.load(file)


def read_csv(path):
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file, strict=True))
    header, body = rows[0], rows[1:]
    assert body, "there are rows"
    database = sqlite3.connect(":memory:")
    database.execute("create table t (%s)" % ", ".join(f'"{name}"' for name in header))
    for row in body:
        assert len(row) == len(header), row
        for name, cell in zip(header, row):
            figure = name in ("figure", "low", "high", "weight", "line", "column") or name.endswith(("_line", "_column"))
            if not figure:
                assert not cell.lstrip().startswith(tuple("=+-@")), (name, cell)
            elif cell:
                float(cell)
        database.execute("insert into t values (%s)" % ", ".join("?" * len(row)), row)
    assert database.execute("select count(distinct id) from t").fetchone()[0] == len(body)


def read_graph(path):
    ElementTree.parse(path)
    try:
        import networkx
    except ImportError:
        return skip("networkx")
    graph = networkx.read_graphml(path) if path.endswith("graphml") else networkx.read_gexf(path)
    assert graph.number_of_nodes() > 0 and graph.number_of_edges() > 0
    for _, data in graph.nodes(data=True):
        assert data["document"] and data["place"]
    for *_, data in graph.edges(data=True):
        assert data["relation"] and data["rule"]


def read_dot(path):
    if not shutil.which("dot"):
        return skip("Graphviz")
    subprocess.run(["dot", "-Tsvg", "-o", path + ".svg", path], check=True)


def read_xlsx(path):
    try:
        import openpyxl
    except ImportError:
        return skip("openpyxl")
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["findings", "links", "claims"]
    claims = {row[0].value: row for row in book["claims"].iter_rows(min_row=2)}
    for sheet in book:
        assert sheet.max_row > 1, sheet.title
        names = [cell.value for cell in sheet[1]]
        for row in sheet.iter_rows(min_row=2):
            for name, cell in zip(names, row):
                assert cell.data_type != "f", (sheet.title, cell.coordinate, cell.value)
                text = isinstance(cell.value, str) and cell.value.lstrip()
                assert not text or text[0] not in "=+-@" or cell.quotePrefix, (sheet.title, cell.coordinate)
                if name in ("a", "b", "low_claim", "high_claim"):
                    row_of = cell.hyperlink.location.removeprefix("claims!A")
                    assert book["claims"].cell(int(row_of), 1).value == cell.value
                if name in ("low", "high", "figure", "line", "column", "weight"):
                    assert cell.value is None or isinstance(cell.value, (int, float)), (name, cell.value)
    quote = [cell.value for cell in book["claims"][1]].index("quote")
    surfaces = beside(path)["surfaces"]
    for id, row in claims.items():
        assert row[quote].value == surfaces[id], (row[quote].value, surfaces[id])


def read_annotations(path):
    with open(path, encoding="utf-8") as file:
        page = json.load(file)
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    about = beside(path)
    for item in page["items"]:
        targets = item["target"]
        for target in targets if isinstance(targets, list) else [targets]:
            quote, position = target["selector"]
            assert quote["type"] == "TextQuoteSelector" and position["start"] < position["end"]
            # Hostile words were put into the claims and stand in no text.
            assert not about["friendly"] or any(text[position["start"] : position["end"]] == quote["exact"] for text in about["texts"]), quote


def read_html(path):
    from html.parser import HTMLParser

    void = {"meta", "input", "br", "link", "img", "line", "circle", "rect"}
    counts = {}
    ids, targets, stack = set(), set(), []

    class Reader(HTMLParser):
        def handle_startendtag(self, tag, attributes):
            self.handle_starttag(tag, attributes)
            if tag not in void:
                self.handle_endtag(tag)

        def handle_starttag(self, tag, attributes):
            counts[tag] = counts.get(tag, 0) + 1
            for name, value in attributes:
                assert not name.startswith("on") and name not in ("src", "style", "srcset", "action"), (tag, name)
                if name == "href":
                    assert value.startswith("#"), value
                    targets.add(value[1:])
                if name == "id":
                    assert value not in ids, f"two elements {value}"
                    ids.add(value)
            if tag not in void:
                stack.append(tag)

        def handle_endtag(self, tag):
            assert stack.pop() == tag, tag

    with open(path, encoding="utf-8") as file:
        text = file.read()
    reader = Reader()
    reader.feed(text)
    assert not stack, stack
    assert counts["script"] == 1 and counts["style"] == 1, counts
    assert not {"img", "iframe", "object", "embed", "base", "form", "link"} & counts.keys()
    assert "default-src 'none'" in text.replace("&#39;", "'")
    assert targets <= ids, targets - ids
    assert len(text) < 200_000


def read_json(path):
    with open(path, encoding="utf-8") as file:
        report = json.load(file)
    assert report["schema"].startswith("crosscheck.report/") and len(report["claims"]) == 5


def read_markdown(path):
    try:
        from markdown_it import MarkdownIt
    except ImportError:
        return skip("markdown-it-py")
    with open(path, encoding="utf-8") as file:
        tokens = MarkdownIt("commonmark").enable("table").parse(file.read())
    headings = [tokens[index + 1].content for index, token in enumerate(tokens) if token.type == "heading_open"]
    assert 5 <= len(headings) <= 6, headings
    for token in tokens:
        assert token.type not in ("html_block", "fence", "code_block", "hr"), token
        for part in token.children or []:
            assert part.type not in ("html_inline", "image", "code_inline"), part
            if part.type == "link_open":
                assert part.attrs["href"].startswith("raid/"), part.attrs


readers = {
    "json": read_json,
    "markdown": read_markdown,
    "html": read_html,
    "csv": read_csv,
    "graphml": read_graph,
    "gexf": read_graph,
    "dot": read_dot,
    "xlsx": read_xlsx,
    "annotations": read_annotations,
}
for path in sys.argv[2:]:
    readers[sys.argv[1]](path)
