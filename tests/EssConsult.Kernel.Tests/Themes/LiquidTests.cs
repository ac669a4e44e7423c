using System.Diagnostics;
using System.Text.Encodings.Web;
using EssConsult.Kernel.Data;
using EssConsult.Kernel.Themes;

namespace EssConsult.Kernel.Tests.Themes;

public sealed class LiquidTests
{
    private readonly Liquid liquid = new([], HtmlEncoder.Default);

    [Fact]
    public async Task Values_are_encoded() =>
        (await RenderAsync("<b>{{ name }}</b>")).ShouldBe("<b>&lt;i&gt;Léa&lt;/i&gt;</b>".Replace("é", "&#xE9;", StringComparison.Ordinal));

    [Theory]
    [InlineData("{% for i in (1..1000000000) %}x{% endfor %}")]
    [InlineData("{% for i in (1..5000) %}{% for j in (1..5000) %}{{ j }}{% endfor %}{% endfor %}")]
    [InlineData("{% assign a = 'xxxxxxxxxxxxxxxx' %}{% for i in (1..22) %}{% assign a = a | append: a %}{% endfor %}{{ a | size }}")]
    [InlineData("{% capture a %}{% for i in (1..90000) %}xxxxxxxxxx{% endfor %}{% endcapture %}{{ a | size }}")]
    [InlineData("{% for i in (1..60000) %}xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx{% endfor %}")]
    [InlineData("{% assign a = (1..2000000000) | join: ',' %}{{ a }}")]
    [InlineData("{% assign a = (1..10000) %}{% for i in (1..22) %}{% assign a = a | concat: a %}{% endfor %}{{ a.size }}")]
    [InlineData("{% tablerow i in (1..2000000000) %}x{% endtablerow %}")]
    [InlineData("{% capture a %}{% for i in (1..9000) %}{{ long }}{% endfor %}{% endcapture %}{{ a | size }}")]
    [InlineData("{{ '{0,1000000000}' | format_string: 1 }}")]
    [InlineData("{{ 1 | format_number: 'N999999999' }}")]
    [InlineData("{{ 'now' | date: '%900000000Y' }}")]
    [InlineData("{% for i in (1..9000) %}{% for j in (1..9000) %}{% assign a = long | append: long | replace: 'x', 'y' | size %}{% endfor %}{% endfor %}")]
    [InlineData("{{ 'x' | append: name | split: '' | join: long | replace: 'x', long | replace: 'x', long }}")]
    public async Task A_template_without_end_or_measure_is_refused(string source)
    {
        var started = Stopwatch.GetTimestamp();

        var refused = await Should.ThrowAsync<RuleException>(() => RenderAsync(source));

        refused.Code.ShouldBe("template.limits");
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_long_but_honest_template_is_rendered() =>
        (await RenderAsync("{% capture list %}{% for i in (1..2000) %}{{ i }},{% endfor %}{% endcapture %}{{ list | split: ',' | size }} {% tablerow i in (1..2) cols: 2 %}{{ i }}{% endtablerow %}")).ShouldStartWith("2000 <tr");

    [Fact]
    public async Task A_value_that_cannot_be_computed_is_a_sentence() =>
        (await Should.ThrowAsync<RuleException>(() => RenderAsync("{{ 79228162514264337593543950335 | times: 10 }}"))).Code.ShouldBe("template.value");

    [Fact]
    public async Task A_syntax_error_says_where() =>
        (await Should.ThrowAsync<RuleException>(() => RenderAsync("{% if %}"))).Code.ShouldBe("template.syntax");

    [Fact]
    public async Task A_type_that_nobody_registered_shows_nothing() =>
        (await RenderAsync("[{{ secret.Password }}{{ secret.GetType }}]")).ShouldBe("[]");

    private Task<string> RenderAsync(string source) =>
        liquid.RenderAsync(source, new Dictionary<string, object?> { ["name"] = "<i>Léa</i>", ["secret"] = new Secret("hunter2"), ["long"] = new string('x', 50_000) });

    private sealed record Secret(string Password);
}
