using System.Text.Encodings.Web;
using EssConsult.Search.Querying;
using Microsoft.AspNetCore.Html;

namespace EssConsult.Search.Features;

/// <summary>A text with the words asked for in <c>&lt;mark&gt;</c>; every stretch of it is encoded.</summary>
internal sealed class MarkedText(IReadOnlyList<Marked> stretches) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var (text, isMarked) in stretches)
        {
            writer.Write(isMarked ? "<mark>" : null);
            encoder.Encode(writer, text);
            writer.Write(isMarked ? "</mark>" : null);
        }
    }
}
