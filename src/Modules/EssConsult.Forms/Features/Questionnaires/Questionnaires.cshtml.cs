using EssConsult.Forms.Questionnaires;
using EssConsult.Forms.Submissions;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EssConsult.Forms.Features.Questionnaires;

internal sealed record QuestionnaireLine(string Id, string Title, bool IsOpen, bool ByCode, int Count);

[RequirePermission(Permissions.ManageQuestionnaires)]
internal sealed class QuestionnairesModel(SiteDb db, IContentStore store) : PageModel
{
    private const int Most = 200;

    internal IReadOnlyList<QuestionnaireLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var rows = await db.Set<ContentRow>().AsNoTracking().Where(row => row.Latest && row.ContentType == "Form" && row.Json.Contains("\"EssQuestionnairePart\":"))
            .OrderByDescending(row => row.ModifiedUtc).Take(Most).Select(row => row.ContentItemId).ToListAsync(ct);
        var items = await store.FindManyAsync(rows, ContentVersion.Latest, ct);
        var open = await store.FindManyAsync(rows, ContentVersion.Published, ct);
        var counts = await db.Set<FormSubmission>().Where(row => rows.Contains(row.FormId)).GroupBy(row => row.FormId).Select(same => new { same.Key, Count = same.Count() }).ToDictionaryAsync(same => same.Key, same => same.Count, ct);
        Lines = [.. rows.Where(items.ContainsKey).Select(id => new QuestionnaireLine(id, items[id].DisplayText ?? id, open.ContainsKey(id), Questionnaire.NeedsCode(items[id].Content), counts.GetValueOrDefault(id)))];
    }
}
