using System.ComponentModel.DataAnnotations;
using EssConsult.Actors.Import;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Actors.Features.Admin;

[RequirePermission(Permissions.ManageActors)]
[RequestSizeLimit(ImportFilesHandler.MaxBytes + 65_536)]
internal sealed class ImportStructuresModel(ImportFilesHandler files, ReadImportHandler read) : PageModel, IReloadsForm
{
    public IReadOnlyList<ActorImport> Recent { get; private set; } = [];

    [BindProperty]
    [Required(ErrorMessage = "Choisissez un fichier.")]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public bool AsProposals { get; set; }

    public Task OnGetAsync(CancellationToken ct) => ReloadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            await ReloadAsync(ct);
            return Page();
        }

        using var content = new MemoryStream();
        await Upload!.CopyToAsync(content, ct);
        var id = await files.CheckAsync(Upload.FileName, content.ToArray(), AsProposals, ct);
        return LocalRedirect(Url.Content($"~/admin/structures/import/{id}"));
    }

    public async Task ReloadAsync(CancellationToken ct) => Recent = await read.RecentAsync(ct);
}
