using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace EssConsult.Accounts.Features;

internal static class InvalidField
{
    /// <summary>The value of <c>aria-invalid</c>; null, and so no attribute, for a field without an error.</summary>
    public static string? Invalid(this ViewDataDictionary view, string field) => view.ModelState[field]?.Errors.Count > 0 ? "true" : null;
}
