using System.Diagnostics;
using EssConsult.Queries.Running;
using EssConsult.Queries.Stored;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Queries.Features;

[RequirePermission(Permissions.ManageQueries)]
internal sealed class EditQueryModel(SiteDb db, SaveQueryHandler save, QueryRunner runner, QueryBook book, CurrentPerson person) : PageModel
{
    private const string New = "nouvelle";

    [BindProperty]
    public SaveQuery Query { get; set; } = new();

    [BindProperty]
    public string? Parameters { get; set; }

    public bool IsNew => StoredName == New;

    public string StoredName => (string)RouteData.Values["name"]!;

    public IEnumerable<string> Indexes => book.Indexes;

    internal QueryResult? Result { get; private set; }

    public double Milliseconds { get; private set; }

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken ct)
    {
        if (IsNew)
        {
            return Page();
        }

        if (await db.Set<QueryRow>().AsNoTracking().FirstOrDefaultAsync(row => row.Name == name, ct) is not { } found)
        {
            return NotFound();
        }

        Query = SaveQuery.Of(StoredQuery.Read(found));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!IsValid())
        {
            return Page();
        }

        await save.SaveAsync(IsNew ? null : StoredName, Query, person.RequiredId, ct);
        return LocalRedirect(Url.Content("~/admin/requetes?enregistre"));
    }

    /// <summary>Runs what is typed, stored or not.</summary>
    public async Task<IActionResult> OnPostRunAsync(CancellationToken ct)
    {
        if (IsValid())
        {
            var since = Stopwatch.GetTimestamp();
            Result = await runner.RunAsync(Query.ToQuery(IsNew ? Query.Name : StoredName), QueryParameters.Parse(Parameters), ct);
            Milliseconds = Stopwatch.GetElapsedTime(since).TotalMilliseconds;
        }

        return Page();
    }

    // A stored query keeps its name, and recipes give names that the form would not.
    private bool IsValid()
    {
        if (!IsNew)
        {
            ModelState.Remove("Query.Name");
        }

        return ModelState.IsValid;
    }
}
