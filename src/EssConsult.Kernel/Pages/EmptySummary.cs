using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EssConsult.Kernel.Pages;

/// <summary>
/// Leaves out a summary of errors that has none. The framework draws it with an entry hidden by a style attribute, which the content
/// security policy refuses on every page.
/// </summary>
[HtmlTargetElement("div", Attributes = Name)]
public sealed class EmptySummary : TagHelper
{
    private const string Name = "asp-validation-summary";

    /// <summary>After the framework's own, which would fill what was left out.</summary>
    public override int Order => 1000;

    [HtmlAttributeName(Name)]
    public ValidationSummary Summary { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ViewData.ModelState;
        if (Summary == ValidationSummary.ModelOnly ? errors[string.Empty] is null or { Errors.Count: 0 } : errors.ErrorCount == 0)
        {
            output.SuppressOutput();
        }
    }
}
