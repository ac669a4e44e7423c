using EssConsult.Discussion.News;
using EssConsult.Discussion.Supports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Discussion.Features.News;

/// <summary>What happened to what one follows, and what one follows.</summary>
[SignedIn]
internal sealed class NewsModel(SiteDb db, NewsList list, IFollows follows, UnreadNews unread, CurrentPerson person) : PageModel
{
    private const int FollowsShown = 100;

    [BindProperty(SupportsGet = true, Name = "partie")]
    public int Part { get; set; } = 1;

    [BindProperty]
    public bool ByMail { get; set; }

    public IReadOnlyList<NewsLine> Lines { get; private set; } = [];

    public int Parts { get; private set; }

    public DateTime? SeenUtc { get; private set; }

    public IReadOnlyList<FollowedItem> Followed { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Part = Math.Clamp(Part, 1, 1000);
        var me = person.RequiredId;
        Parts = (await list.Of(me).CountAsync(ct) + NewsList.PerPage - 1) / NewsList.PerPage;
        (Lines, var newest) = await list.PageAsync(me, Part, ct);
        Followed = await (
            from follow in db.Set<Follow>()
            join item in db.Set<ContentRow>() on follow.ContentItemId equals item.ContentItemId
            where follow.PersonId == me && item.Published
            orderby follow.SinceUtc descending
            select new FollowedItem(item.ContentItemId, item.DisplayText ?? string.Empty, "/" + item.Path)).Take(FollowsShown).ToListAsync(ct);

        var reader = await ReaderAsync(ct);
        (SeenUtc, ByMail) = (reader.SeenUtc, !reader.MailOff);
        if (newest is not null && (SeenUtc is null || newest > SeenUtc))
        {
            // Not now: what is committed while the page is read was not on it.
            reader.SeenUtc = newest;
            await db.SaveChangesAsync(ct);
            unread.Forget(me);
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        (await ReaderAsync(ct)).MailOff = !ByMail;
        await db.SaveChangesAsync(ct);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostLeaveAsync(string item, CancellationToken ct)
    {
        await follows.UnfollowAsync(item, person.RequiredId, ct);
        unread.Forget(person.RequiredId);
        return RedirectToPage();
    }

    private async Task<NewsReader> ReaderAsync(CancellationToken ct) =>
        await db.Set<NewsReader>().FirstOrDefaultAsync(reader => reader.PersonId == person.RequiredId, ct)
        ?? db.Add(new NewsReader { PersonId = person.RequiredId }).Entity;
}

internal sealed record FollowedItem(string Id, string Title, string Url);
