using System.IO.Compression;
using System.Text;
using EssConsult.Content.Media;

namespace EssConsult.Content.Tests.Media;

public sealed class FileSnifferTests
{
    [Theory]
    [InlineData("%PDF-1.7 …", "plan.pdf", "application/pdf")]
    [InlineData("nom;prenom\nLéa;B", "liste.csv", "text/csv; charset=utf-8")]
    [InlineData("Bonjour", "mot.txt", "text/plain; charset=utf-8")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", "dessin.svg", null)]
    [InlineData("  \n<html><script>x()</script>", "page.txt", null)]
    [InlineData("<?xml version='1.0'?><svg/>", "dessin.txt", null)]
    [InlineData("MZ\0\0\u0001", "jeu.exe", null)]
    [InlineData("", "vide.txt", null)]
    public void The_content_says_what_a_file_is(string content, string name, string? type) => FileSniffer.Sniff(Encoding.UTF8.GetBytes(content), name)?.ContentType.ShouldBe(type);

    [Theory]
    [InlineData("<svg/>", "dessin.png")]
    [InlineData("GIF89a/*<script>*/", "script.pdf")]
    [InlineData("%PDF-1.4", "image.png")]
    public void A_name_that_disagrees_with_the_content_is_not_taken(string content, string name) =>
        (FileSniffer.Sniff(Encoding.UTF8.GetBytes(content), name) is { } kind && kind.Takes(name)).ShouldBeFalse();

    [Fact]
    public void An_archive_is_taken_only_as_the_document_that_it_is()
    {
        FileSniffer.Sniff(Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>")), "a.odt").ShouldBe(FileKind.Odt);
        FileSniffer.Sniff(Zip(("[Content_Types].xml", "<x/>"), ("word/document.xml", "<x/>")), "a.docx").ShouldBe(FileKind.Docx);
        FileSniffer.Sniff(Zip(("[Content_Types].xml", "<x/>"), ("xl/workbook.xml", "<x/>")), "a.xlsx").ShouldBe(FileKind.Xlsx);
        FileSniffer.Sniff(Zip(("[Content_Types].xml", "<x/>"), ("word/document.xml", "<x/>"), ("word/vbaProject.bin", "macro")), "a.docx").ShouldBeNull();
        FileSniffer.Sniff(Zip(("virus.exe", "MZ")), "a.docx").ShouldBeNull();
    }

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.NoCompression).Open());
                writer.Write(text);
            }
        }

        return memory.ToArray();
    }
}
