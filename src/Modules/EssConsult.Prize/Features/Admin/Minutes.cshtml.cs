using EssConsult.Mail.Contracts;
using EssConsult.Prize.Editions;
using EssConsult.Prize.Entries;
using EssConsult.Prize.Results;
using EssConsult.Tickets.Qr;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Prize.Features.Admin;

/// <summary>The minutes, to print and sign, and the signed scan that comes back. Not for who is recused: they name every entry.</summary>
[RequirePermission(Permissions.ManagePrize)]
internal sealed class MinutesModel(SiteDb db, RankingBook book, EditionVerbs verbs, IUploads uploads, ISiteAddress address, CurrentPerson person) : PageModel, IReloadsForm
{
    private const long Largest = 20 * 1024 * 1024;

    internal Edition Edition { get; private set; } = null!;

    internal EditionMinutes Minutes { get; private set; } = null!;

    internal (string FileName, string Hash, DateTime AtUtc)? Signed { get; private set; }

    public string Accept => uploads.Accept;

    public string Qr { get; private set; } = string.Empty;

    [TempData]
    public string? Notice { get; set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnGetSignedAsync(string id, CancellationToken ct) => !await FindAsync(id, ct) || await db.Set<SignedMinutes>().AsNoTracking().FirstOrDefaultAsync(row => row.EditionId == id, ct) is not { } scan
        ? NotFound() : File(scan.Bytes, scan.ContentType, scan.FileName);

    public async Task<IActionResult> OnPostAsync(string id, IFormFile? file, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (file is null)
        {
            throw new RuleException("minutes.file", "Choisissez le fichier du procès-verbal signé.") { Field = "file" };
        }

        await using var stream = file.OpenReadStream();
        await verbs.SignAsync(id, await uploads.ReadAsync(stream, file.FileName, Largest, ct), ct);
        Notice = "Procès-verbal signé enregistré : son empreinte est au registre.";
        return RedirectToPage(new { id });
    }

    public Task ReloadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return FindAsync(RouteData.Values["id"]!.ToString()!, ct);
    }

    private async Task<bool> FindAsync(string id, CancellationToken ct)
    {
        if (await db.Set<Edition>().AsNoTracking().FirstOrDefaultAsync(row => row.ContentItemId == id, ct) is not { Stage: EditionStage.Deliberation or EditionStage.Announced, JuryErasedUtc: null } edition || await db.RecusedAsync(person.RequiredId, id, ct) > 0)
        {
            return false;
        }

        Edition = edition;
        Minutes = await EditionMinutes.ReadAsync(db, book, edition, ct);
        Signed = await db.Set<SignedMinutes>().Where(row => row.EditionId == id).Select(row => new { row.FileName, row.Hash, row.AtUtc }).FirstOrDefaultAsync(ct) is { } scan ? (scan.FileName, scan.Hash, scan.AtUtc) : null;
        Qr = QrSvg.Draw(address.Absolute("/" + edition.Path), edition.Title);
        return true;
    }
}
