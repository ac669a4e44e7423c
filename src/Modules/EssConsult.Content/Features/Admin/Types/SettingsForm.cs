using System.Text.Json.Nodes;
using EssConsult.Content.Definitions.Editing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace EssConsult.Content.Features.Admin.Types;

internal static class SettingsForm
{
    public static void Read(JsonObject settings, IReadOnlyList<SettingInput> inputs, IFormCollection form, ModelStateDictionary errors, IStringLocalizer words)
    {
        foreach (var input in inputs)
        {
            if (!SettingValues.Put(settings, input, [.. form[input.Path].Select(text => text ?? string.Empty)]))
            {
                errors.AddModelError(input.Path, words["« {0} » : écrivez un nombre, par exemple 1 250,50.", words[input.Label].Value]);
            }
        }
    }
}
