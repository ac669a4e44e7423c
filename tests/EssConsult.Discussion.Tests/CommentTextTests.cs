using System.Text.Encodings.Web;
using EssConsult.Discussion.Comments;

namespace EssConsult.Discussion.Tests;

public sealed class CommentTextTests
{
    [Theory]
    [InlineData("Une ligne", "<p>Une ligne</p>")]
    [InlineData("Une ligne\nla suite", "<p>Une ligne<br>la suite</p>")]
    [InlineData("Un\n\n\n\nDeux", "<p>Un</p><p>Deux</p>")]
    [InlineData("C’est **très** *bien*", "<p>C’est <strong>très</strong> <em>bien</em></p>")]
    [InlineData("2 * 3 * 4", "<p>2 * 3 * 4</p>")]
    [InlineData("Voir https://example.org/a?b=1&c=2.", "<p>Voir <a rel=\"nofollow ugc noopener\" href=\"https://example.org/a?b=1&amp;c=2\">https://example.org/a?b=1&amp;c=2</a>.</p>")]
    [InlineData("javascript:alert(1)", "<p>javascript:alert(1)</p>")]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")]
    [InlineData("https://example.org/\"onmouseover=\"alert(1)", "<p><a rel=\"nofollow ugc noopener\" href=\"https://example.org/\">https://example.org/</a>&quot;onmouseover=&quot;alert(1)</p>")]
    [InlineData("**<b>**", "<p><strong>&lt;b&gt;</strong></p>")]
    public void A_few_marks_become_html_and_nothing_else_does(string body, string html)
    {
        var writer = new StringWriter();
        CommentText.Html(body).WriteTo(writer, HtmlEncoder.Default);
        writer.ToString().ShouldBe(html);
    }
}
