using EssConsult.Queries.Stored;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Queries.Features;

[RequirePermission(Permissions.ManageQueries)]
internal sealed class QueryListModel(SiteDb db, QueryCheck check) : PageModel
{
    private const int Most = 500;

    internal IReadOnlyList<(StoredQuery Query, DateTime ModifiedUtc, bool IsReadable)> Lines { get; private set; } = [];

    public string? Words { get; private set; }

    public string? Source { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "q")] string? words, [FromQuery(Name = "source")] string? source, CancellationToken ct)
    {
        (Words, Source) = (words, QuerySource.Find(source));
        var rows = db.Set<QueryRow>().AsNoTracking().Containing(db, words, row => row.Name);
        rows = Source is null ? rows : rows.Where(row => row.Source == Source);
        var lines = new List<(StoredQuery, DateTime, bool)>();
        foreach (var row in await rows.OrderBy(row => row.Name).Take(Most).ToListAsync(ct))
        {
            var query = StoredQuery.Read(row);
            lines.Add((query, row.ModifiedUtc, await check.FindErrorAsync(query) is null));
        }

        Lines = lines;
    }
}
