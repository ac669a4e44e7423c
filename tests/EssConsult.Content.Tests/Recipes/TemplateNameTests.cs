using EssConsult.Content.SiteTemplates;

namespace EssConsult.Content.Tests.Recipes;

public sealed class TemplateNameTests
{
    [Theory]
    [InlineData("Content__BlogPost", "Content-BlogPost")]
    [InlineData("Content_Summary__BlogPost", "Content-BlogPost.Summary")]
    [InlineData("Content_Summary", "Content.Summary")]
    [InlineData("HtmlBodyPart", "HtmlBodyPart")]
    [InlineData("BlogPost__HtmlBodyPart", "BlogPost-HtmlBodyPart")]
    [InlineData("Blog__ListPart__Slug__news", "Blog-ListPart-Slug-news")]
    [InlineData("BlogPost__Tags__TaxonomyField__Tags_Display", "BlogPost-Tags-TaxonomyField-Tags.Display")]
    public void A_templates_two_spellings_lead_to_one_another(string key, string file)
    {
        TemplateName.ToKey(file).ShouldBe(key);
        TemplateName.ToFile(key).ShouldBe(file);
        TemplateName.ToKey(key).ShouldBe(key);
    }
}
