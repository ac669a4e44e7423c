using System.Text.Json.Nodes;
using EssConsult.Kernel.Data;

namespace EssConsult.Contributions.Tests;

/// <summary>Sites with the real types and roles of the roadmap.</summary>
public sealed class RoadmapSites() : Sites(new SiteOptions { Recipe = "ess-roadmap" });

/// <summary>What tests of the blog begin with.</summary>
internal static class Blog
{
    /// <summary>A published démarche with one étape around the site's present, and its id.</summary>
    public static async Task<string> OpenProcessAsync(this Site site, string moderation = "After", int startsInDays = -5, int endsInDays = 5)
    {
        var id = ContentId.New();
        var now = site.Clock.GetUtcNow().UtcDateTime;
        var item = new ContentItem { ContentItemId = id, ContentItemVersionId = ContentId.New(), ContentType = "Process", DisplayText = "Démarche " + id[^6..] };
        item.Put(new TitlePart(item.DisplayText));
        item.Put(new AutoroutePart { Path = "demarches/" + id });
        item.Content["Process"] = new JsonObject { ["Question"] = new JsonObject { ["Text"] = "Que faire ensemble ?" } };
        item.Content["ProcessPart"] = new JsonObject { ["Moderation"] = new JsonObject { ["Text"] = moderation } };
        item.Content["Phases"] = new JsonObject
        {
            ["ContentItems"] = new JsonArray(new JsonObject
            {
                ["ContentItemId"] = ContentId.New(), ["ContentType"] = "Phase", ["DisplayText"] = "Blog", ["TitlePart"] = new JsonObject { ["Title"] = "Blog" },
                ["Phase"] = new JsonObject { ["Starts"] = Date(now.AddDays(startsInDays)), ["Ends"] = Date(now.AddDays(endsInDays)) },
                ["PhasePart"] = new JsonObject { ["AcceptsContributions"] = Yes(), ["AcceptsComments"] = Yes(), ["AcceptsSupports"] = Yes() },
            }),
        };
        await site.UseAsync<IContentStore>(store => store.PublishAsync(item, TestContext.Current.CancellationToken), save: true);
        await site.CatchUpAsync();
        return id;
    }

    /// <summary>Writes and sends a contribution by the forms; returns the page after sending.</summary>
    public static async Task<Page> ContributeAsync(this Visitor author, string processId, string title, string text = "Ce que nous proposons, simplement.")
    {
        var review = await author.ReviewAsync(processId, title, text);
        return await review.Form("main form").SubmitAsync("Envoyer ma contribution");
    }

    /// <summary>Writes a contribution and returns the page before sending.</summary>
    public static async Task<Page> ReviewAsync(this Visitor author, string processId, string title, string text = "Ce que nous proposons, simplement.")
    {
        var form = await author.GetAsync($"/contribuer?demarche={processId}");
        return await form.Form("draft-form form").With("TitlePart.Title", title).With("MarkdownBodyPart.Markdown", text).WithSector().SubmitAsync("Relire avant d’envoyer");
    }

    /// <summary>Publishes texts as an import does: the limit on writing is for people.</summary>
    public static Task PublishAsync(this Site site, string processId, IEnumerable<string> titles) =>
        site.PublishAsync(processId, titles.Select(title => (title, (Action<ContentItem>?)null)));

    /// <summary>Publishes one text with the values that <paramref name="describe"/> gives it, and returns its id.</summary>
    public static async Task<string> PublishAsync(this Site site, string processId, string title, Action<ContentItem> describe)
    {
        var id = string.Empty;
        await site.PublishAsync(processId, [(title, item => { describe(item); id = item.ContentItemId; })]);
        return id;
    }

    private static async Task PublishAsync(this Site site, string processId, IEnumerable<(string Title, Action<ContentItem>? Describe)> texts)
    {
        await site.UseAsync<IContentStore>(async store =>
        {
            foreach (var (title, describe) in texts)
            {
                var item = store.New("Contribution", ownerId: null, authorName: "Import");
                item.Put(new TitlePart(title));
                item.Put(new MarkdownBodyPart("Texte de « " + title + " »."));
                item.Put(new ContributionPart { ProcessId = processId });
                describe?.Invoke(item);
                await store.PublishAsync(item, TestContext.Current.CancellationToken);
            }
        }, save: true);
        await site.CatchUpAsync();
    }

    /// <summary>Chooses « Déchets et ressources », by its id in the roadmap's recipe.</summary>
    public static Form WithSector(this Form form) => form.With("Contribution.Sector.TermContentItemIds", "460hs1kd3s3z7wsna2qny67k4k");

    private static async Task UseAsync<TService>(this Site site, Func<TService, Task> work, bool save)
        where TService : notnull =>
        await site.UseAsync<IServiceProvider>(async services =>
        {
            await work((TService)services.GetService(typeof(TService))!);
            if (save)
            {
                await ((SiteDb)services.GetService(typeof(SiteDb))!).SaveChangesAsync();
            }
        });

    private static JsonObject Yes() => new() { ["Value"] = true };

    private static JsonObject Date(DateTime utc) => new() { ["Value"] = utc.ToString("O") };
}
