using EssConsult.Forms.Outline;
using EssConsult.Forms.Submissions;

namespace EssConsult.Forms.Features.Admin;

/// <param name="Address">Where it is answered; null when no published item holds it.</param>
internal sealed record FormLine(string FormId, string Title, string? Address, int Count, DateTime? LastUtc);

/// <summary>Every form that is published or was answered, the last answered first.</summary>
internal sealed class ListForms(SiteDb db, IContentStore store)
{
    public const int Most = 500;

    public async Task<IReadOnlyList<FormLine>> ReadAsync(CancellationToken ct)
    {
        var answered = await db.Set<FormSubmission>().GroupBy(row => row.FormId)
            .Select(same => new { FormId = same.Key, Count = same.Count(), Last = same.Max(row => row.AtUtc), Title = same.Max(row => row.Title)! }).OrderByDescending(form => form.Last).Take(Most).ToListAsync(ct);
        var pages = await db.Set<ContentRow>().AsNoTracking().Where(row => row.Published && row.Json.Contains("\"FormPart\":")).OrderBy(row => row.ContentItemId).Select(row => row.ContentItemId).Take(Most).ToListAsync(ct);
        var forms = (await store.FindManyAsync(pages, ContentVersion.Published, ct)).Values
            .SelectMany(page => FormOutline.AllIn(page), (page, form) => (Form: form, Address: AddressOf(page))).Where(found => !found.Form.IsElsewhere).DistinctBy(found => found.Form.FormId).ToDictionary(found => found.Form.FormId);
        var lines = answered.Select(form => forms.TryGetValue(form.FormId, out var found)
            ? new FormLine(form.FormId, found.Form.Title, found.Address, form.Count, form.Last)
            : new FormLine(form.FormId, form.Title, null, form.Count, form.Last)).ToList();
        return [.. lines, .. forms.Values.Where(found => lines.TrueForAll(line => line.FormId != found.Form.FormId)).OrderBy(found => found.Form.Title, StringComparer.CurrentCulture).Select(found => new FormLine(found.Form.FormId, found.Form.Title, found.Address, 0, null))];
    }

    private static string AddressOf(ContentItem page) => "~/" + (page.Part<AutoroutePart>()?.Path is { Length: > 0 } path ? path : $"formulaires/{Uri.EscapeDataString(page.ContentItemId)}");
}
