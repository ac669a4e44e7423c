using EssConsult.Registration.Features.Register;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Registration.Features.Events;

/// <summary>The rendez-vous to come, or those that were; workshops stand under their plenary, unless one asks for them.</summary>
[Public]
[CachedForVisitors]
internal sealed class EventsModel(SiteDb db, EventChoices choices, CacheTags tags, TimeProvider clock) : PageModel
{
    public const int PageSize = 20;

    [BindProperty(SupportsGet = true, Name = "passes")]
    public bool ShowsPast { get; set; }

    [BindProperty(SupportsGet = true, Name = "nature")]
    public EventKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<EventRow> Found { get; private set; } = [];

    public IReadOnlyDictionary<string, SeatsLeft> Left { get; private set; } = new Dictionary<string, SeatsLeft>();

    public IReadOnlyDictionary<string, int> Workshops { get; private set; } = new Dictionary<string, int>();

    public int Total { get; private set; }

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var rows = db.Set<EventRow>().AsNoTracking().Where(row => row.Published && (row.ParentId == null || Kind == EventKind.Workshop) && (ShowsPast ? row.EndsUtc <= now : row.EndsUtc > now) && (Kind == null || row.Kind == Kind));
        Total = await rows.CountAsync(ct);
        Number = Math.Clamp(Number, 1, Pages);
        Found = await (ShowsPast ? rows.OrderByDescending(row => row.StartsUtc) : rows.OrderBy(row => row.StartsUtc)).ThenBy(row => row.ContentItemId).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var ids = Found.Select(row => row.ContentItemId).ToList();
        Left = await choices.LeftAsync(ids, ct);
        Workshops = await db.Set<EventRow>().Where(row => row.Published && row.ParentId != null && ids.Contains(row.ParentId)).GroupBy(row => row.ParentId!).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(pair => pair.Key, pair => pair.Count, ct);
        tags.Add(EventEviction.Lists);
        ids.ForEach(tags.Add);
    }
}
