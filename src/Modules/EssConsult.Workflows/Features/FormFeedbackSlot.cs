using System.Text.Json;
using EssConsult.Workflows.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace EssConsult.Workflows.Features;

/// <summary>Above the page: what a circuit said to whoever sent a form. Read once; a browser to which nothing was said costs a look at its cookies.</summary>
internal sealed class FormFeedbackSlot(IHttpContextAccessor http, ITempDataDictionaryFactory kept) : ISlot
{
    public ValueTask<SlotView?> ShowAsync(object? model, CancellationToken ct)
    {
        if (http.HttpContext is not { } context || !context.Request.Cookies.ContainsKey(FormFeedback.Cookie) || kept.GetTempData(context)[FormFeedback.Key] is not string said)
        {
            return ValueTask.FromResult<SlotView?>(null);
        }

        return ValueTask.FromResult<SlotView?>(new SlotView("/Features/EssConsult.Workflows/_FormFeedback.cshtml", JsonSerializer.Deserialize<FormFeedback>(said)));
    }
}
