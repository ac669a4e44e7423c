using EssConsult.Forms.Submissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Forms.Features.Admin;

[RequirePermission(Permissions.ViewFormSubmissions)]
internal sealed class FormsModel(ListForms forms, FormRetention retention, CurrentPerson person, SiteDb db) : PageModel, IReloadsForm
{
    internal IReadOnlyList<FormLine> Lines { get; private set; } = [];

    public int Months { get; private set; }

    public bool MayManage => person.Can(Permissions.ManageFormSubmissions);

    public Task OnGetAsync(CancellationToken ct) => ReloadAsync(ct);

    public async Task<IActionResult> OnPostRetentionAsync(string? months, CancellationToken ct)
    {
        if (!MayManage)
        {
            return Forbid();
        }

        await FormRetention.PutAsync(db, int.TryParse(months, out var number) ? number : null, ct);
        db.Audit(new AuditEntry("form.retention", months!, person.RequiredId));
        await db.SaveChangesAsync(ct);
        return LocalRedirect(Url.Content("~/admin/formulaires"));
    }

    public async Task ReloadAsync(CancellationToken ct)
    {
        Lines = await forms.ReadAsync(ct);
        Months = retention.Months;
    }
}
