using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace EssConsult.Content.Forms;

/// <summary>Checks what is stored, without a form: a draft may lack what a publication needs.</summary>
internal sealed class CompleteItem(IContentForm form)
{
    /// <exception cref="RuleException">A value is missing or breaks its field's settings.</exception>
    public async Task RequireAsync(ContentItem item, CancellationToken ct)
    {
        var errors = new ModelStateDictionary();
        await form.ReadAsync(item, FormCollection.Empty, errors, new ContentFormOptions(), ct);
        if (errors.SelectMany(entry => entry.Value!.Errors).Select(error => error.ErrorMessage).FirstOrDefault() is { } sentence)
        {
            throw new RuleException("content.incomplete", "« {0} » ne peut pas être publié : {1}", item.DisplayText ?? item.ContentType, sentence);
        }
    }
}
