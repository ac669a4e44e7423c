using EssConsult.Accounts.Contracts;
using EssConsult.Forms.Answers;

namespace EssConsult.Forms.Submissions;

/// <summary>What somebody with an account answered while signed in. Answers are no published texts: they go, whatever stays.</summary>
internal sealed class FormData(SiteDb db) : IPersonalData
{
    public string Name => "formulaires";

    public Task<object?> ExportAsync(string personId, CancellationToken ct) => db.Set<FormSubmission>().Where(row => row.PersonId == personId).ExportAsync(ct);

    public Task EraseAsync(string personId, bool keepTextsWithoutName, CancellationToken ct) =>
        db.DeleteSubmissionsAsync(db.Set<FormSubmission>().Where(row => row.PersonId == personId), ct);
}

/// <summary>What was answered under an e-mail address without an account.</summary>
internal sealed class FormAddressData(SiteDb db) : IAddressData
{
    public string Name => "formulaires";

    public Task<object?> ExportAsync(string address, CancellationToken ct) => Of(address).ExportAsync(ct);

    public Task EraseAsync(string address, CancellationToken ct) => db.DeleteSubmissionsAsync(Of(address), ct);

    // With an account they are the person's, whatever address they typed.
    private IQueryable<FormSubmission> Of(string address)
    {
        var key = EmailAddress.Normalize(address);
        return db.Set<FormSubmission>().Where(row => row.AddressKey == key && row.PersonId == null);
    }
}

internal static class SubmissionExport
{
    public static async Task<object?> ExportAsync(this IQueryable<FormSubmission> submissions, CancellationToken ct)
    {
        var rows = await submissions.AsNoTracking().OrderBy(row => row.AtUtc).Select(row => new { row.Title, row.AtUtc, row.Answers }).ToListAsync(ct);
        return rows.Count == 0 ? null : rows.Select(row => new { row.Title, row.AtUtc, Answers = Answer.Read(row.Answers) }).ToList();
    }
}
