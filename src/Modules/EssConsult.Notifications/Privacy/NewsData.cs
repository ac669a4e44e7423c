using EssConsult.Accounts.Contracts;
using EssConsult.Notifications.Mailings;
using EssConsult.Notifications.News;

namespace EssConsult.Notifications.Privacy;

/// <summary>What a person follows, chose, and was told.</summary>
internal sealed class NewsData(SiteDb db, IPeople people) : IPersonalData, IHandle<PersonErased>
{
    private const int ATime = 200;

    public string Name => "nouvelles";

    public async Task<object?> ExportAsync(string personId, CancellationToken ct) => new
    {
        Follows = await db.Set<FollowRow>().Where(follow => follow.PersonId == personId).Select(follow => new { follow.ContentItemId, follow.SinceUtc }).ToListAsync(ct),
        Choices = await db.Set<NewsChoice>().Where(choice => choice.PersonId == personId).Select(choice => new { choice.Kind, choice.OffSite, choice.Mail }).ToListAsync(ct),
        Told = await db.Set<NewsRow>().Where(news => news.PersonId == personId).OrderBy(news => news.AtUtc).Select(news => new { news.Kind, news.Title, news.Text, news.Path, news.AtUtc }).ToListAsync(ct),
    };

    public async Task EraseAsync(string personId, bool keepTextsWithoutName, CancellationToken ct)
    {
        await db.Set<FollowRow>().Where(follow => follow.PersonId == personId).ExecuteDeleteAsync(ct);
        await db.Set<NewsRow>().Where(news => news.PersonId == personId || news.ById == personId).ExecuteDeleteAsync(ct);
        await ForgetNameAsync(personId, ct);
        await db.Set<NewsChoice>().Where(choice => choice.PersonId == personId).ExecuteDeleteAsync(ct);
        await db.Set<Mailing>().Where(mailing => mailing.CreatedById == personId).ExecuteUpdateAsync(set => set.SetProperty(mailing => mailing.CreatedById, string.Empty), ct);
        await db.Set<NewsReader>().Where(reader => reader.PersonId == personId).ExecuteDeleteAsync(ct);
    }

    /// <summary>What others were told stays, without the name: a circuit may have quoted it.</summary>
    private async Task ForgetNameAsync(string personId, CancellationToken ct)
    {
        if ((await people.NamesAsync([personId], ct)).GetValueOrDefault(personId)?.DisplayName is not { } name || NameInText.Of(name) is not { } words)
        {
            return;
        }

        var naming = db.Set<NewsRow>().AsNoTracking().Where(news => news.Title!.Contains(name) || news.Text!.Contains(name)).OrderBy(news => news.Id);
        for (var last = Guid.Empty; await naming.Where(news => news.Id > last).Take(ATime).ToListAsync(ct) is { Count: > 0 } page; last = page[^1].Id)
        {
            foreach (var row in page)
            {
                var (title, text) = (words.Erase(row.Title), words.Erase(row.Text));
                await db.Set<NewsRow>().Where(news => news.Id == row.Id).ExecuteUpdateAsync(set => set.SetProperty(news => news.Title, title).SetProperty(news => news.Text, text), ct);
            }
        }
    }

    /// <summary>Accounts that went by another road than their owner's wish (the demo's).</summary>
    public Task HandleAsync(PersonErased happened, CancellationToken ct) => EraseAsync(happened.PersonId, happened.KeptTexts, ct);
}
