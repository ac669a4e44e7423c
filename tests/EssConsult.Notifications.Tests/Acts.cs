using EssConsult.Content.Contracts;
using EssConsult.Kernel.Data;
using EssConsult.Kernel.Jobs;
using EssConsult.Mail.Contracts;
using EssConsult.Notifications.Contracts;
using EssConsult.Notifications.News;
using Microsoft.Extensions.DependencyInjection;

namespace EssConsult.Notifications.Tests;

/// <summary>What tests set up by the module's own verbs, and what they read afterwards.</summary>
internal static class Acts
{
    public static readonly NewsKind Daily = new("probe", "Un essai");
    public static readonly NewsKind Prompt = new("probe-at-once", "Un essai pressé") { Mail = NewsMail.AtOnce };

    /// <summary>Two kinds of news of the tests' own.</summary>
    public static readonly SiteOptions Options = new() { Modules = [new Probe()] };

    public static Task<Site> StartAsync(Database database) => Site.StartAsync(database, Options);

    /// <summary>A published page, of which there can be news.</summary>
    public static async Task<string> ItemAsync(this Site site, string title = "Un marché du soir")
    {
        var item = new ContentItem { ContentItemId = ContentId.New(), ContentItemVersionId = ContentId.New(), ContentType = "Page", DisplayText = title, Latest = true, Published = true };
        await site.SavingAsync<IContentStore>(store => store.ImportAsync(item, default));
        return item.ContentItemId;
    }

    public static Task FollowAsync(this Site site, string item, params string[] people) => site.InDatabaseAsync(async db =>
    {
        await using var write = await db.BeginWriteAsync(default);
        foreach (var person in people)
        {
            await site.AddAsync(db, item, person);
        }

        await write.CommitAsync(default);
    });

    public static async Task TellAsync(this Site site, string item, string sentence, NewsKind? kind = null, string? byId = null)
    {
        await site.SavingAsync<INews>(news =>
        {
            news.TellFollowers(item, new NewsFact((kind ?? Daily).Name, sentence) { ContentItemId = item, ById = byId });
            return Task.CompletedTask;
        });
        await site.CatchUpAsync();
    }

    public static async Task TellPersonAsync(this Site site, string personId, NewsFact fact)
    {
        await site.SavingAsync<INews>(news =>
        {
            news.TellPeople([personId], fact);
            return Task.CompletedTask;
        });
        await site.CatchUpAsync();
    }

    /// <summary>A transaction that began earlier and commits now.</summary>
    public static Task TellLateAsync(this Site site, string item, string sentence, DateTime at) => site.InDatabaseAsync(async db =>
    {
        db.Add(NewsRow.Of(new NewsFact(Daily.Name, sentence), item, null, at));
        await db.SaveChangesAsync();
    });

    /// <summary>Lets what was just told settle, then runs the job.</summary>
    public static async Task MailAsync(this Site site, string job)
    {
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        await site.RunJobAsync(job);
    }

    public static Task<IReadOnlyList<ArchivedMail>> MailsAsync(this Site site, string person) =>
        site.UseAsync<IMailArchive, IReadOnlyList<ArchivedMail>>(archive => archive.ListAsync(person, null, default));

    /// <summary>Runs a job and ends it after so many transactions, as a crash would between two of them.</summary>
    public static async Task BreakOffAsync(this Site site, string name, int batches)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var (db, left) = (scope.ServiceProvider.GetRequiredService<SiteDb>(), batches);
        using var crash = new CancellationTokenSource();
        db.SavedChanges += (_, _) =>
        {
            if (left-- == 0)
            {
                crash.Cancel();
            }
        };
        await Should.ThrowAsync<OperationCanceledException>(() => scope.ServiceProvider.GetServices<IRecurringJob>().Single(job => job.Name == name).RunAsync(crash.Token));
    }

    public static async Task ChooseAsync(this Visitor visitor, string kind, NewsMail way)
    {
        var page = await visitor.GetAsync("/compte/notifications/reglages");
        (await page.Form("main form.form").With($"Mail[{kind}]", way.ToString()).SubmitAsync("Enregistrer")).Text("[role=status] p").ShouldBe("Vos choix sont enregistrés.");
    }

    public static async Task SavingAsync<TService>(this Site site, Func<TService, Task> act)
        where TService : notnull
    {
        await using var scope = site.Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<TService>());
        await scope.ServiceProvider.GetRequiredService<SiteDb>().SaveChangesAsync();
    }

    private static Task<bool> AddAsync(this Site site, SiteDb db, string item, string person) => new Following.Followers(db, site.Clock).AddAsync(item, person, default);
}
