"""What makes a file archivable: metadata, output intent and the attached facts (ISO 19005-3, PDF/A-3a)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc

from candour.resources import resource_path

if TYPE_CHECKING:
    from candour.documents.tagging import Pen

PRODUCER = "Candour, with ReportLab"


@dataclass(frozen=True)
class About:
    """What a file says of itself: in its information dictionary and, word for word the same, in its XMP."""

    title: str
    author: str
    subject: str
    keywords: str
    day: date


def archive(pen: Pen, about: About, attachment: tuple[str, str, bytes], media: str = "application/json") -> None:
    """Give a document its metadata, its output intent and one attached file (name, description, content)."""
    describe(pen, about)
    document = pen.document
    filespec = document.Reference(_attached(document, about.day, media, *attachment))
    document.Catalog.AF = pdfdoc.PDFArray([filespec])
    document.Catalog.Names = _names(attachment[0], filespec)
    document.Catalog.__NoDefault__ = [*document.Catalog.__NoDefault__, "AF"]


def describe(pen: Pen, about: About) -> None:
    """Give a document its metadata and its output intent."""
    document = pen.document
    info = document.info
    info.title, info.author, info.subject = about.title, about.author, about.subject
    info.keywords, info.creator, info.producer = about.keywords, "Candour", PRODUCER
    document.Catalog.Metadata = _metadata(about)
    document.Catalog.OutputIntents = pdfdoc.PDFArray([_output_intent(document)])
    document.Catalog.__NoDefault__ = [*document.Catalog.__NoDefault__, "OutputIntents"]


def _metadata(about: About) -> Any:
    kind = pdfdoc.PDFDictionary({"Type": "/Metadata", "Subtype": "/XML"})
    return pdfdoc.PDFStream(dictionary=kind, content=_xmp(about).encode())


@cache
def _srgb() -> bytes:
    """Return the profile that Little CMS makes for sRGB (free to use), its date fixed and marked ICC 4.2."""
    return resource_path("colour", "sRGB.icc").read_bytes()


def _output_intent(document: Any) -> Any:
    components = pdfdoc.PDFDictionary({"N": 3})
    profile = pdfdoc.PDFStream(dictionary=components, content=_srgb(), filters=[pdfdoc.PDFZCompress])
    return pdfdoc.PDFDictionary(
        {
            "Type": "/OutputIntent",
            "S": "/GTS_PDFA1",
            "OutputConditionIdentifier": pdfdoc.PDFString("sRGB IEC61966-2.1"),
            "Info": pdfdoc.PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": document.Reference(profile),
        }
    )


def _attached(document: Any, day: date, media: str, name: str, description: str, content: bytes) -> Any:
    dated = pdfdoc.PDFString(f"D:{day:%Y%m%d}000000+00'00'")
    facts = pdfdoc.PDFDictionary({"Size": len(content), "CreationDate": dated, "ModDate": dated})
    subtype = f"/{media.replace('/', '#2F')}"
    kind = pdfdoc.PDFDictionary({"Type": "/EmbeddedFile", "Subtype": subtype, "Params": facts})
    stream = pdfdoc.PDFStream(dictionary=kind, content=content, filters=[pdfdoc.PDFZCompress])
    held = document.Reference(stream)
    return pdfdoc.PDFDictionary(
        {
            "Type": "/Filespec",
            "F": pdfdoc.PDFString(name),
            "UF": pdfdoc.PDFString(name),
            "Desc": pdfdoc.PDFString(description),
            "AFRelationship": "/Source",
            "EF": pdfdoc.PDFDictionary({"F": held, "UF": held}),
        }
    )


def _names(name: str, filespec: Any) -> Any:
    files = pdfdoc.PDFArray([pdfdoc.PDFString(name), filespec])
    return pdfdoc.PDFDictionary({"EmbeddedFiles": pdfdoc.PDFDictionary({"Names": files})})


def _xmp(about: About) -> str:
    words = {name: escape(getattr(about, name)) for name in ("title", "author", "subject", "keywords")}
    return _XMP.format(**words, moment=f"{about.day.isoformat()}T00:00:00+00:00", producer=PRODUCER)


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
   <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
   <dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>
   <xmp:CreatorTool>Candour</xmp:CreatorTool>
   <xmp:CreateDate>{moment}</xmp:CreateDate>
   <xmp:ModifyDate>{moment}</xmp:ModifyDate>
   <pdf:Producer>{producer}</pdf:Producer>
   <pdf:Keywords>{keywords}</pdf:Keywords>
   <pdf:Trapped>False</pdf:Trapped>
   <pdfaid:part>3</pdfaid:part>
   <pdfaid:conformance>A</pdfaid:conformance>
   <pdfuaid:part>1</pdfuaid:part>
   <pdfaExtension:schemas>
    <rdf:Bag>
     <rdf:li rdf:parseType="Resource">
      <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
      <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
      <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
      <pdfaSchema:property>
       <rdf:Seq>
        <rdf:li rdf:parseType="Resource">
         <pdfaProperty:name>part</pdfaProperty:name>
         <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
         <pdfaProperty:category>internal</pdfaProperty:category>
         <pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
        </rdf:li>
       </rdf:Seq>
      </pdfaSchema:property>
     </rdf:li>
    </rdf:Bag>
   </pdfaExtension:schemas>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
