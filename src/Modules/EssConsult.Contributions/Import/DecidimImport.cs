using System.Text.Json.Nodes;
using EssConsult.Discussion.Contracts;

namespace EssConsult.Contributions.Import;

/// <param name="Read">Lines of the files.</param>
/// <param name="Contributions">Texts that were new or changed.</param>
/// <param name="Comments">Comments that were new.</param>
/// <param name="Supports">Supports that were new.</param>
/// <param name="Orphans">Comments left out: what they are about is not in the folder.</param>
internal sealed record DecidimReport(int Read, int Contributions, int Comments, int Supports, IReadOnlyList<string> Orphans);

/// <summary>
/// Brings a Decidim process into an archived démarche: debates (official questions) and proposals become contributions, with their
/// comments, alignments and supports. Ids follow from the source's addresses, so a second run changes nothing.
/// </summary>
internal sealed class DecidimImport(SiteDb db, IContentStore content, IDiscussionImport discussion)
{
    private const int Batch = 500;
    private readonly Dictionary<string, string> itemOfUrl = [];
    private int read;
    private int written;

    public async Task<DecidimReport> RunAsync(DecidimFolder folder, TextWriter progress, CancellationToken ct)
    {
        var processId = await PutProcessAsync(folder, ct);
        await PutTextsAsync(folder, "debates.csv", processId, ct);
        await PutTextsAsync(folder, "proposals.csv", processId, ct);
        await SaveAsync(ct);
        await progress.WriteLineAsync($"  {read} textes lus, {written} nouveaux ou changés");

        var supports = await PutSupportsAsync(folder, ct);
        var (comments, orphans) = (0, new List<string>());
        foreach (var file in new[] { "comments.csv", "proposal_comments.csv" })
        {
            var (added, left) = await PutCommentsAsync(folder, file, ct);
            comments += added;
            orphans.AddRange(left);
            await progress.WriteLineAsync($"  {file} : {added} commentaires nouveaux, {left.Count} orphelins");
        }

        return new DecidimReport(read, written, comments, supports, orphans);
    }

    private async Task<string> PutProcessAsync(DecidimFolder folder, CancellationToken ct)
    {
        var id = ContentId.From("decidim:process:" + folder.Name);
        var item = new ContentItem
        {
            ContentItemId = id, ContentItemVersionId = ContentId.From("decidim:process-version:" + folder.Name), ContentType = "Process", Latest = true, Published = true,
            DisplayText = $"Import Decidim : {folder.Name}",
        };
        item.Put(new TitlePart(item.DisplayText));
        item.Put(new AutoroutePart { Path = "demarches/" + folder.Name.ToLowerInvariant() });
        item.Content["Process"] = new JsonObject { ["Question"] = new JsonObject { ["Text"] = item.DisplayText } };
        item.Content["ProcessPart"] = new JsonObject { ["Moderation"] = new JsonObject { ["Text"] = "Before" }, ["Archived"] = new JsonObject { ["Value"] = true } };
        item.Content["Phases"] = new JsonObject { ["ContentItems"] = new JsonArray() };
        await content.ImportAsync(item, ct);
        await SaveAsync(ct);
        return id;
    }

    private async Task PutTextsAsync(DecidimFolder folder, string file, string processId, CancellationToken ct)
    {
        await foreach (var row in folder.ReadAsync(file, ct))
        {
            var item = DecidimText.Read(row, processId);
            itemOfUrl[Url(row["url"])] = item.ContentItemId;
            read++;
            written += await content.ImportAsync(item, ct) ? 1 : 0;
            if (read % Batch == 0)
            {
                await SaveAsync(ct);
            }
        }
    }

    private async Task<int> PutSupportsAsync(DecidimFolder folder, CancellationToken ct)
    {
        var supports = new List<ImportedSupport>();
        await foreach (var row in folder.ReadAsync("proposals.csv", ct))
        {
            // The export gives a number, not people: each support stands for somebody unknown.
            var item = itemOfUrl[Url(row["url"])];
            supports.AddRange(Enumerable.Range(1, row.Number("votes")).Select(number => new ImportedSupport(item, $"decidim-{row.Id}-{number}", row.CreatedUtc)));
        }

        return await discussion.SupportsAsync(supports, ct);
    }

    private async Task<(int Added, List<string> Orphans)> PutCommentsAsync(DecidimFolder folder, string file, CancellationToken ct)
    {
        var orphans = new List<string>();
        var found = new Dictionary<string, ImportedComment>();
        await foreach (var row in folder.ReadAsync(file, ct))
        {
            read++;
            var url = Url(row["root_commentable_url"]);
            if (!itemOfUrl.TryGetValue(url, out var item))
            {
                orphans.Add($"{file} n° {row.Id} : {url}");
                continue;
            }

            var host = new Uri(url).Host;
            found[row.Id] = new ImportedComment(IDiscussionImport.IdOf($"decidim:{host}:comment:{row.Id}"), item, $"decidim-{row["author/id"]}", row["body"], row.CreatedUtc)
            {
                Alignment = row.Number("alignment") switch { > 0 => Alignment.For, < 0 => Alignment.Against, _ => Alignment.Neutral },
                ParentId = row["commentable_type"] == "Decidim::Comments::Comment" ? IDiscussionImport.IdOf($"decidim:{host}:comment:{row["commentable_id"]}") : null,
            };
        }

        var result = await discussion.CommentsAsync([.. found.Values.OrderBy(comment => comment.CreatedUtc)], ct);
        orphans.AddRange(found.Where(pair => result.Orphans.Contains(pair.Value.Id)).Select(pair => $"{file} n° {pair.Key} : réponse à un commentaire absent"));
        return (result.Added, orphans);
    }

    private async Task SaveAsync(CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private static string Url(string url) => url.Trim().TrimEnd('/');
}
