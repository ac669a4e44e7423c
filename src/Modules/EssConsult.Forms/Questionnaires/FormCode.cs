using System.Security.Cryptography;

namespace EssConsult.Forms.Questionnaires;

/// <summary>Opens a form once. It does not say which answers came by it: whoever gave out the codes cannot tell who answered what.</summary>
internal sealed class FormCode
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string FormId { get; init; }

    /// <summary>Eight signs that nobody mistakes for one another.</summary>
    public required string Code { get; init; }

    public DateTime CreatedUtc { get; init; }

    /// <summary>The day on which it was used, without the time; null before.</summary>
    public DateTime? UsedUtc { get; set; }
}

internal sealed class FormCodes(SiteDb db, TimeProvider clock)
{
    public const int MostAtOnce = 1000;
    public const int MostOfAForm = 20_000;
    public const string Used = "form.code-used";
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int Length = 8;

    public IQueryable<FormCode> Of(string formId) => db.Set<FormCode>().AsNoTracking().Where(row => row.FormId == formId).OrderBy(row => row.Id);

    /// <exception cref="RuleException">It is no number of codes, or there would be too many.</exception>
    public async Task AddAsync(string formId, int? count, CancellationToken ct)
    {
        if (count is not (>= 1 and <= MostAtOnce) || await db.Set<FormCode>().CountAsync(row => row.FormId == formId, ct) + count > MostOfAForm)
        {
            throw new RuleException("form.codes", "Donnez un nombre de codes entre 1 et {0}.", MostAtOnce) { Field = "Count" };
        }

        var now = clock.UtcNow();
        db.AddRange(Enumerable.Range(0, count.Value).Select(_ => new FormCode { FormId = formId, Code = RandomNumberGenerator.GetString(Alphabet, Length), CreatedUtc = now }));
    }

    /// <summary>The code as it was typed: with or without spaces and dashes, in any case.</summary>
    /// <returns>Null when the form has no such code.</returns>
    public async Task<FormCode?> FindAsync(string formId, string? typed, CancellationToken ct)
    {
        var code = string.Concat((typed ?? string.Empty).Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return code.Length != Length ? null : await db.Set<FormCode>().FirstOrDefaultAsync(row => row.FormId == formId && row.Code == code, ct);
    }
}
