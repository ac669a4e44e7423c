using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EssConsult.Content.Contracts;
using EssConsult.Contributions.Contracts;
using EssConsult.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Subscriptions.Tests;

/// <summary>What people do to be informed, as the pages and the mails let them.</summary>
internal static partial class Subscribers
{
    public static string NewAddress() => $"Lecteur-{Guid.NewGuid():N}@exemple.fr";

    /// <summary>A published démarche with an étape from a day to another, counted from the site's present; its id.</summary>
    public static async Task<string> ProcessAsync(this Site site, double startsInDays = -5, double endsInDays = 5)
    {
        var id = ContentId.New();
        var now = site.Clock.GetUtcNow().UtcDateTime;
        var item = new ContentItem { ContentItemId = id, ContentItemVersionId = ContentId.New(), ContentType = "Process", DisplayText = "Démarche " + id[^6..] };
        item.Put(new TitlePart(item.DisplayText));
        item.Put(new AutoroutePart { Path = "demarches/" + id });
        item.Content["Phases"] = new JsonObject
        {
            ["ContentItems"] = new JsonArray(new JsonObject
            {
                ["ContentItemId"] = ContentId.New(), ["ContentType"] = "Phase", ["DisplayText"] = "Blog", ["TitlePart"] = new JsonObject { ["Title"] = "Blog" },
                ["Phase"] = new JsonObject
                {
                    ["Starts"] = new JsonObject { ["Value"] = now.AddDays(startsInDays).ToString("O") }, ["Ends"] = new JsonObject { ["Value"] = now.AddDays(endsInDays).ToString("O") },
                },
                ["PhasePart"] = new JsonObject { ["AcceptsContributions"] = new JsonObject { ["Value"] = true } },
            }),
        };
        await site.WriteAsync((store, db) => store.PublishAsync(item, default));
        return id;
    }

    /// <summary>A published contribution of the démarche with an answer's event; its id.</summary>
    public static async Task<string> AnsweredAsync(this Site site, string process, string title)
    {
        var id = string.Empty;
        await site.WriteAsync(async (store, db) =>
        {
            var item = store.New("Contribution", ownerId: null, authorName: "Import");
            item.Put(new TitlePart(title));
            item.Content["ContributionPart"] = new JsonObject { ["ProcessId"] = process };
            await store.PublishAsync(item, default);
            id = item.ContentItemId;
        });
        await site.AnswerAsync(process, id);
        return id;
    }

    public static Task AnswerAsync(this Site site, string process, string contributionId) => site.WriteAsync((_, db) =>
    {
        db.Publish(new ContributionAnswered(contributionId, process, nameof(AnswerState.Accepted)));
        return Task.CompletedTask;
    });

    public static async Task<Page> AskAsync(this Visitor visitor, string process, string address) =>
        await (await visitor.GetAsync($"/etre-informe?demarche={process}")).Form("main form.form").With("Address", address).SubmitAsync("Recevoir le lien de confirmation");

    public static async Task ConfirmAsync(this Site site, string address) =>
        await (await site.Visitor().GetAsync(await site.LinkAsync(address, "confirmer"))).Form().SubmitAsync("Confirmer");

    public static async Task<string> SubscribeAsync(this Site site, string process)
    {
        var address = NewAddress();
        await site.Visitor().AskAsync(process, address);
        await site.ConfirmAsync(address);
        return address;
    }

    /// <summary>The mails to an address, oldest first.</summary>
    public static Task<List<string>> MailsAsync(this Site site, string address) => site.InDatabaseAsync(db =>
        db.Database.SqlQuery<string>($"SELECT text AS \"Value\" FROM mail_message WHERE recipient = {address} ORDER BY queued_utc").ToListAsync());

    /// <summary>The path of a link in the last mail.</summary>
    public static async Task<string> LinkAsync(this Site site, string address, string word) =>
        new Uri(Links().Matches((await site.MailsAsync(address))[^1]).Select(match => match.Value).Last(link => link.Contains(word, StringComparison.Ordinal))).PathAndQuery;

    public static Task<int> CountAsync(this Site site, string address) => site.InDatabaseAsync(db => db.Set<Subscription>().CountAsync(row => row.Address == address));

    private static async Task WriteAsync(this Site site, Func<IContentStore, SiteDb, Task> work)
    {
        await site.UseAsync<IServiceProvider>(async services =>
        {
            var db = (SiteDb)services.GetService(typeof(SiteDb))!;
            await work((IContentStore)services.GetService(typeof(IContentStore))!, db);
            await db.SaveChangesAsync();
        });
        await site.CatchUpAsync();
    }

    [GeneratedRegex(@"https?://\S+jeton=[^\s)]+")]
    private static partial Regex Links();
}
