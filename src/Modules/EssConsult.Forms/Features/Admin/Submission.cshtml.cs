using EssConsult.Forms.Answers;
using EssConsult.Forms.Submissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Forms.Features.Admin;

[RequirePermission(Permissions.ViewFormSubmissions)]
internal sealed class SubmissionModel(SiteDb db, CurrentPerson person) : PageModel
{
    internal FormSubmission Row { get; private set; } = null!;

    internal IReadOnlyList<Answer> Answers { get; private set; } = [];

    public bool MayManage => person.Can(Permissions.ManageFormSubmissions);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<FormSubmission>().AsNoTracking().Include(row => row.Files).FirstOrDefaultAsync(row => row.Id == id, ct) is not { } row)
        {
            return NotFound();
        }

        (Row, Answers) = (row, Answer.Read(row.Answers));
        return Page();
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken ct)
    {
        if (!MayManage)
        {
            return Forbid();
        }

        var formId = await db.Set<FormSubmission>().Where(row => row.Id == id).Select(row => row.FormId).FirstOrDefaultAsync(ct);
        await using var write = await db.BeginWriteAsync(ct);
        await db.DeleteSubmissionsAsync(db.Set<FormSubmission>().Where(row => row.Id == id), ct);
        db.Audit(new AuditEntry("form.delete", id.ToString(), person.RequiredId));
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
        return LocalRedirect(Url.Content(formId is null ? "~/admin/formulaires" : $"~/admin/formulaires/{Uri.EscapeDataString(formId)}"));
    }
}
