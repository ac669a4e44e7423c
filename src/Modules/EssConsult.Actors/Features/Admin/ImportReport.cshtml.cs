using EssConsult.Actors.Import;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Actors.Features.Admin;

[RequirePermission(Permissions.ManageActors)]
internal sealed class ImportReportModel(ImportFilesHandler files, ReadImportHandler read) : PageModel, IReloadsForm
{
    public ImportPage Found { get; private set; } = null!;

    public ActorImport Import => Found.Import;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [FromQuery(Name = "resultat")]
    public LineOutcome? Outcome { get; set; }

    [FromQuery(Name = "remarques")]
    public bool OnlyRemarked { get; set; }

    [FromQuery(Name = "p")]
    public int Number { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await ReloadAsync(ct);
        return Found is null ? NotFound() : Page();
    }

    public async Task ReloadAsync(CancellationToken ct) => Found = (await read.ReadAsync(Id, new ImportFilter(Outcome, OnlyRemarked), Number, ct))!;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await files.ApplyAsync(Id, ct) ? LocalRedirect(Url.Content($"~/admin/structures/import/{Id}")) : NotFound();

    public string Link(LineOutcome? outcome, bool onlyRemarked, int page = 1)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[] { ("resultat", outcome?.ToString()), ("remarques", onlyRemarked ? "true" : null), ("p", page > 1 ? $"{page}" : null) })
        {
            if (value is not null)
            {
                query.Add(name, value);
            }
        }

        return Url.Content($"~/admin/structures/import/{Id}") + query.ToQueryString();
    }
}
