using System.Globalization;
using EssConsult.Forms.Submissions;

namespace EssConsult.Forms.Features.Admin;

/// <summary>Which answers of one form are looked at.</summary>
internal sealed record SubmissionFilter(string FormId, string? Words, DateOnly? From, DateOnly? To)
{
    public static SubmissionFilter Of(string formId, string? words, string? from, string? to) => new(formId, words, Date(from), Date(to));

    /// <summary>For an address: the same answers on another page, or as a file.</summary>
    public string Query => string.Join('&', new[] { ("q", Words), ("du", Iso(From)), ("au", Iso(To)) }.Where(pair => !string.IsNullOrEmpty(pair.Item2)).Select(pair => $"{pair.Item1}={Uri.EscapeDataString(pair.Item2!)}"));

    public static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Date(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}

/// <summary>The answers to one form, the newest first.</summary>
internal sealed class ListSubmissions(SiteDb db)
{
    public const int PageSize = 25;

    public IQueryable<FormSubmission> Of(SubmissionFilter filter)
    {
        var rows = db.Set<FormSubmission>().AsNoTracking().Where(row => row.FormId == filter.FormId).HoldingWords(filter.Words, row => row.AnswersKey);
        var (from, to) = (filter.From?.ToDateTime(TimeOnly.MinValue).FromParis(), filter.To?.AddDays(1).ToDateTime(TimeOnly.MinValue).FromParis());
        rows = from is null ? rows : rows.Where(row => row.AtUtc >= from);
        return to is null ? rows : rows.Where(row => row.AtUtc < to);
    }

    public async Task<(IReadOnlyList<FormSubmission> Rows, int Total)> PageAsync(SubmissionFilter filter, int number, CancellationToken ct)
    {
        var rows = Of(filter);
        var total = await rows.CountAsync(ct);
        return (await rows.OrderByDescending(row => row.AtUtc).ThenByDescending(row => row.Id).Skip((number - 1) * PageSize).Take(PageSize).ToListAsync(ct), total);
    }

    public Task<string?> TitleAsync(string formId, CancellationToken ct) =>
        db.Set<FormSubmission>().Where(row => row.FormId == formId).OrderByDescending(row => row.AtUtc).Select(row => row.Title).FirstOrDefaultAsync(ct);
}
