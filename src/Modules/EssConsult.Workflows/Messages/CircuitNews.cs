using EssConsult.Content.Contracts;
using EssConsult.Notifications.Contracts;
using EssConsult.Workflows.Contracts;

namespace EssConsult.Workflows.Messages;

/// <summary>News that a circuit wrote: on the site, and by mail as each person chose.</summary>
internal sealed class CircuitNews(SiteDb db, CircuitMail mail, INews news)
{
    public static readonly NewsKind ToPerson = new("circuit", "On me prévient personnellement") { Order = 50 };
    public static readonly NewsKind ToRole = new("circuit-role", "On prévient mon rôle") { Order = 60, Mail = NewsMail.AtOnce };
    public static readonly NewsKind ToOrganisation = new("circuit-organisation", "On prévient ma structure") { Order = 55 };
    public static readonly NewsKind ToFollowers = new("circuit-follow", "On prévient ceux qui suivent") { Order = 45 };

    public async Task TellPeopleAsync(IActivityCall call, NewsKind kind, IReadOnlyCollection<string> personIds, CancellationToken ct)
    {
        CircuitMail.Count(call, personIds.Count);
        news.TellPeople(personIds, await FactAsync(call, kind, ct));
    }

    public async Task TellFollowersAsync(IActivityCall call, string contentItemId, CancellationToken ct)
    {
        CircuitMail.Count(call, 1);
        news.TellFollowers(contentItemId, await FactAsync(call, ToFollowers, ct));
    }

    /// <summary>It leads to what the run is about, once readers see that; else to nowhere but itself.</summary>
    private async Task<NewsFact> FactAsync(IActivityCall call, NewsKind kind, CancellationToken ct)
    {
        var written = await mail.ReadAsync(call);
        return new NewsFact(kind.Name, "{0}")
        {
            Title = written.Subject, Text = written.Words.Text,
            Path = call.ContentItemId is { } id ? await db.Set<ContentRow>().Where(row => row.ContentItemId == id && row.Published && row.Path != null).Select(row => "/" + row.Path).FirstOrDefaultAsync(ct) : null,
        };
    }
}
