using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace EssConsult.Content.Forms;

internal static class PostedValues
{
    /// <summary>Keeps what was typed, to be shown again. Unless it is marked, a kept value counts as not yet validated and so as wrong.</summary>
    public static void Remember(this ModelStateDictionary errors, string name, string? typed)
    {
        errors.SetModelValue(name, typed, typed);
        if (errors[name]!.ValidationState != ModelValidationState.Invalid)
        {
            errors.MarkFieldValid(name);
        }
    }
}
