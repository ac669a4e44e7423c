using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Contributions.Features.Demo;

/// <summary>« Retirer la démonstration »: says what goes, then does it.</summary>
[RequirePermission(Permission)]
internal sealed class DemoModel(DemoRemoval removal) : PageModel, IReloadsForm
{
    public const string Permission = "ManageSettings";

    public DemoContents Found { get; private set; } = new();

    public bool IsDone { get; private set; }

    public async Task OnGetAsync(bool fait, CancellationToken ct)
    {
        IsDone = fait;
        await ReloadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await removal.RemoveAsync(ct);
        return RedirectToPage(new { fait = true });
    }

    public async Task ReloadAsync(CancellationToken ct) => Found = await removal.ReadAsync(ct);
}
