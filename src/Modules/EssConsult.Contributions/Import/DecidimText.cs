using System.Text.Json.Nodes;

namespace EssConsult.Contributions.Import;

/// <summary>A debate or a proposal as a contribution.</summary>
internal static class DecidimText
{
    public static ContentItem Read(DecidimRow row, string processId)
    {
        var official = row["title/fr"].Length > 0;
        var source = row["url"];
        var author = official ? "Question officielle" : "Participant (import)";
        var item = new ContentItem
        {
            ContentItemId = ContentId.From("decidim:text:" + source), ContentItemVersionId = ContentId.From("decidim:version:" + source), ContentType = ContributionProjection.ContentType,
            DisplayText = (official ? row["title/fr"] : row["title"]).Trim(), Latest = true, Published = true,
            CreatedUtc = row.CreatedUtc, ModifiedUtc = row.CreatedUtc, PublishedUtc = row.CreatedUtc, Author = author,
        };
        item.Put(new TitlePart(item.DisplayText));
        item.Put(new MarkdownBodyPart(official ? Plain(row["description/fr"]) : row["body"].ReplaceLineEndings("\n").Trim()));
        item.Put(new ContributionPart { ProcessId = processId });
        item.Content["ImportPart"] = new JsonObject { ["Source"] = "decidim", ["Url"] = source, ["Category"] = row["category/name/fr"] };
        return item;
    }

    // Descriptions of debates are a paragraph or two of HTML; what matters of them is the words.
    private static string Plain(string html) => System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(html, "<[^>]+>", " ")).Trim();
}
