using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace EssConsult.Content.Menus;

/// <summary>The same page in the other language.</summary>
internal sealed class LanguageSlot(IHttpContextAccessor http, PageHead head) : ISlot
{
    public ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct)
    {
        var context = http.HttpContext!;
        var english = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
        var home = english ? "/" : "/en/";
        var alone = head.OneLanguage || context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;
        var link = english ? new LanguageLink("fr", "Français", string.Empty) : new LanguageLink("en", "English", string.Empty);
        return ValueTask.FromResult<SlotView?>(new SlotView("/Features/EssConsult.Content/Menus/Language.cshtml", link with { Url = alone ? home : Language.Alternate(context.Request) }));
    }
}

internal sealed record LanguageLink(string Code, string Name, string Url);
