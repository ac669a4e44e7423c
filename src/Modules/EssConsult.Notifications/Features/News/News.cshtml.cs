using EssConsult.Notifications.News;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Notifications.Features.News;

/// <summary>What happened to what one follows, and what one was told in person.</summary>
[SignedIn]
internal sealed class NewsModel(SiteDb db, NewsList list, Readers readers, CurrentPerson person) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "partie")]
    public int Part { get; set; } = 1;

    public IReadOnlyList<NewsLine> Lines { get; private set; } = [];

    public int Parts { get; private set; }

    public DateTime? SeenUtc { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Part = Math.Clamp(Part, 1, 1000);
        var me = person.RequiredId;
        Parts = (await list.Of(me).CountAsync(ct) + NewsList.PerPage - 1) / NewsList.PerPage;
        (Lines, var newest) = await list.PageAsync(me, Part, ct);
        var reader = await readers.OfAsync(me, ct);
        SeenUtc = reader.SeenUtc;
        if (newest is not null && (SeenUtc is null || newest > SeenUtc))
        {
            // Not now: what is committed while the page is read was not on it.
            reader.SeenUtc = newest;
            await db.SaveChangesAsync(ct);
            readers.Ring(me);
        }
    }
}
