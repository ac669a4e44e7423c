using EssConsult.Forms.Questionnaires;
using EssConsult.Mail.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Forms.Features.Questionnaires;

[RequirePermission(Permissions.ManageQuestionnaires)]
internal sealed class QuestionnaireCodesModel(IContentStore store, FormCodes codes, ISiteAddress site, SiteDb db) : PageModel, IReloadsForm
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = string.Empty;

    public string Title { get; private set; } = string.Empty;

    public string Address { get; private set; } = string.Empty;

    public int Total { get; private set; }

    public int Used { get; private set; }

    /// <summary>Those that have not been used, as many as a page bears.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await ReloadAsync(ct);
        return Title.Length == 0 ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? count, CancellationToken ct)
    {
        if (await store.FindAsync(Id, ContentVersion.Latest, ct) is not { } item || !Questionnaire.Is(item))
        {
            return NotFound();
        }

        await codes.AddAsync(Id, int.TryParse(count, out var number) ? number : null, ct);
        await db.SaveChangesAsync(ct);
        return LocalRedirect(Url.Content($"~/admin/questionnaires/{Uri.EscapeDataString(Id)}/codes"));
    }

    public async Task ReloadAsync(CancellationToken ct)
    {
        if (await store.FindAsync(Id, ContentVersion.Latest, ct) is not { } item || !Questionnaire.Is(item))
        {
            return;
        }

        (Title, Address) = (item.DisplayText ?? Id, site.Absolute($"/formulaires/{Uri.EscapeDataString(Id)}"));
        (Total, Used) = (await codes.Of(Id).CountAsync(ct), await codes.Of(Id).CountAsync(row => row.UsedUtc != null, ct));
        Codes = await codes.Of(Id).Where(row => row.UsedUtc == null).Select(row => row.Code).Take(FormCodes.MostAtOnce).ToListAsync(ct);
    }
}
