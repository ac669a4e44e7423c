using System.Globalization;
using System.Text.Json.Nodes;
using EssConsult.Layers.Rules;
using Microsoft.Extensions.Logging.Abstractions;
using static EssConsult.Layers.Tests.Sample;

namespace EssConsult.Layers.Tests;

/// <summary>Every condition and operator, against a page and its reader.</summary>
public sealed class RuleTests
{
    private static readonly PageFacts Contributions = new("/contributions", CultureInfo.GetCultureInfo("fr-FR"), IsSignedIn: true, ["Facilitator", "Authenticated"], "Process");
    private static readonly PageFacts Home = new("/", CultureInfo.GetCultureInfo("en-GB"), IsSignedIn: false, ["Anonymous"], ContentType: null);

    [Theory]
    [InlineData("BooleanCondition", true, true, true)]
    [InlineData("BooleanCondition", false, false, false)]
    [InlineData("HomepageCondition", true, true, false)]
    [InlineData("HomepageCondition", false, false, true)]
    [InlineData("IsAuthenticatedCondition", null, false, true)]
    [InlineData("IsAnonymousCondition", null, true, false)]
    [InlineData("MoonCondition", true, false, false)]
    public void A_condition_holds_on_the_home_page_of_a_visitor_and_on_a_list_of_somebody_signed_in(string name, bool? value, bool onHome, bool onList)
    {
        var condition = Is(name, value is { } given ? Value(given) : null);

        (Holds(Home, condition), Holds(Contributions, condition)).ShouldBe((onHome, onList));
    }

    [Theory]
    [InlineData("UrlCondition", "Equals", "/contributions", true)]
    [InlineData("UrlCondition", "Equals", "~/contributions", true)]
    [InlineData("UrlCondition", "Equals", "/CONTRIBUTIONS", true)]
    [InlineData("UrlCondition", "Equals", "/contrib", false)]
    [InlineData("UrlCondition", "NotEquals", "/contrib", true)]
    [InlineData("UrlCondition", "NotEquals", "/contributions", false)]
    [InlineData("UrlCondition", "StartsWith", "/contrib", true)]
    [InlineData("UrlCondition", "StartsWith", "contrib", false)]
    [InlineData("UrlCondition", "NotStartsWith", "/contrib", false)]
    [InlineData("UrlCondition", "NotStartsWith", "/admin", true)]
    [InlineData("UrlCondition", "EndsWith", "tions", true)]
    [InlineData("UrlCondition", "EndsWith", "contrib", false)]
    [InlineData("UrlCondition", "NotEndsWith", "tions", false)]
    [InlineData("UrlCondition", "NotEndsWith", "contrib", true)]
    [InlineData("UrlCondition", "Contains", "tribu", true)]
    [InlineData("UrlCondition", "Contains", "tribe", false)]
    [InlineData("UrlCondition", "NotContains", "tribu", false)]
    [InlineData("UrlCondition", "NotContains", "tribe", true)]
    [InlineData("UrlCondition", "Sounds", "/contributions", false)]
    [InlineData("CultureCondition", "Equals", "fr", true)]
    [InlineData("CultureCondition", "Equals", "fr-FR", true)]
    [InlineData("CultureCondition", "Equals", "en", false)]
    [InlineData("CultureCondition", "NotEquals", "fr", false)]
    [InlineData("CultureCondition", "NotEquals", "en", true)]
    [InlineData("RoleCondition", "Equals", "facilitator", true)]
    [InlineData("RoleCondition", "Equals", "Authenticated", true)]
    [InlineData("RoleCondition", "Equals", "Anonymous", false)]
    [InlineData("RoleCondition", "StartsWith", "Facil", true)]
    [InlineData("RoleCondition", "NotEquals", "Facilitator", false)]
    [InlineData("RoleCondition", "NotEquals", "Editor", true)]
    [InlineData("ContentTypeCondition", "Equals", "Process", true)]
    [InlineData("ContentTypeCondition", "Equals", "Page", false)]
    [InlineData("ContentTypeCondition", "NotEquals", "Page", true)]
    public void A_text_is_compared_as_its_operator_says(string name, string operation, string value, bool holds) =>
        Holds(Contributions, Is(name, Text(operation, value))).ShouldBe(holds);

    [Theory]
    [InlineData("Equals", "/contributions", true)]
    [InlineData("Equals", "/Contributions", false)]
    [InlineData("NotEquals", "/Contributions", true)]
    [InlineData("StartsWith", "/Contrib", false)]
    [InlineData("EndsWith", "TIONS", false)]
    [InlineData("Contains", "Tribu", false)]
    [InlineData("NotContains", "Tribu", true)]
    public void Capitals_count_where_the_operator_says_so(string operation, string value, bool holds) =>
        Holds(Contributions, Is("UrlCondition", Text(operation, value, caseSensitive: true))).ShouldBe(holds);

    [Fact]
    public void A_page_that_shows_no_item_holds_no_condition_about_its_type() =>
        new[] { "Equals", "NotEquals" }.ShouldAllBe(operation => !Holds(Home, Is("ContentTypeCondition", Text(operation, "Page"))));

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public void The_home_page_is_a_slash_with_or_without_one(string path) =>
        Holds(Home with { Path = path }, Is("UrlCondition", Text("Equals", "~/")), Is("HomepageCondition", Value(true))).ShouldBeTrue();

    [Fact]
    public void A_value_that_a_script_of_a_recipe_gave_is_a_text() =>
        Holds(Home, Is("BooleanCondition", new JsonObject { ["Value"] = "true" })).ShouldBeTrue();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_condition_of_a_recipe_for_older_sites_says_it_one_level_deeper(bool value)
    {
        JsonObject Older(string name, JsonObject said) => new() { ["Name"] = name, ["Condition"] = said };

        Holds(Home, Older("BooleanCondition", Value(value))).ShouldBe(value);
        Holds(Home, Older("HomepageCondition", Value(value))).ShouldBe(value);
        Holds(Contributions, Older("UrlCondition", Text("StartsWith", value ? "/contrib" : "/admin"))).ShouldBe(value);
        Holds(Home, Older("AnyConditionGroup", Group(Older("BooleanCondition", Value(value))))).ShouldBe(value);
    }

    [Fact]
    public void What_was_said_again_on_the_condition_itself_counts_more() =>
        Holds(Home, Is("BooleanCondition", new JsonObject { ["Value"] = false, ["Condition"] = Value(true) })).ShouldBeFalse();

    /// <summary>As in OrchardCore.Rules: <c>RuleService</c> and <c>AllConditionEvaluator</c> answer false when there is no condition, <c>AnyConditionEvaluator</c> when none holds.</summary>
    [Fact]
    public void An_empty_rule_or_group_holds_nowhere()
    {
        Holds(Home).ShouldBeFalse();
        Holds(Home, Is("AllConditionGroup", Group())).ShouldBeFalse();
        Holds(Home, Is("AnyConditionGroup", Group())).ShouldBeFalse();
        Holds(Home, Is("AllConditionGroup")).ShouldBeFalse();
    }

    [Theory]
    [InlineData(true, true, true, true)]
    [InlineData(true, false, false, true)]
    [InlineData(false, true, false, true)]
    [InlineData(false, false, false, false)]
    public void A_rule_needs_all_as_its_groups_say(bool first, bool second, bool all, bool any)
    {
        JsonObject Constant(bool value) => Is("BooleanCondition", Value(value));

        Holds(Home, Constant(first), Constant(second)).ShouldBe(all);
        Holds(Home, Is("AllConditionGroup", Group(Constant(first), Constant(second)))).ShouldBe(all);
        Holds(Home, Is("AnyConditionGroup", Group(Constant(first), Constant(second)))).ShouldBe(any);
        Holds(Home, Is("AnyConditionGroup", Group(Is("MoonCondition"), Constant(first), Constant(second)))).ShouldBe(any);
    }

    [Theory]
    [InlineData("isHomepage()", true, false)]
    [InlineData("isAnonymous()", true, false)]
    [InlineData("isAuthenticated()", false, true)]
    [InlineData("isInRole('Facilitator')", false, true)]
    [InlineData("url('~/contributions')", false, true)]
    [InlineData("url('/contrib*')", false, true)]
    [InlineData("url('/contrib')", false, false)]
    [InlineData("url('/')", true, false)]
    [InlineData("culture('fr')", false, true)]
    [InlineData("culture('en-GB')", true, false)]
    [InlineData("currentCulture('en')", true, false)]
    [InlineData("const ok = isHomepage() || url('/contributions'); return ok;", true, true)]
    [InlineData("'false'", false, false)]
    [InlineData("0", false, false)]
    [InlineData("null", false, false)]
    [InlineData("'x'", true, true)]
    [InlineData("", false, false)]
    public void A_script_asks_by_Orchards_functions(string script, bool onHome, bool onList)
    {
        var condition = Is("JavascriptCondition", new JsonObject { ["Script"] = script });

        (Holds(Home, condition), Holds(Contributions, condition)).ShouldBe((onHome, onList));
    }

    [Theory]
    [InlineData("nothing.at.all()")]
    [InlineData("while (true) {}")]
    [InlineData("throw new Error('x')")]
    [InlineData("((")]
    [InlineData("let all = 'x'; for (;;) { all += all; }")]
    [InlineData("importNamespace('System').IO.File.Exists('/')")]
    public void A_faulty_script_is_false_and_the_next_one_runs(string script)
    {
        var check = new RuleCheck(Home, new PageScripts(Home, new Faults(NullLogger<Faults>.Instance), TimeProvider.System, default));

        check.Holds(new ScriptCondition(script), "couche").ShouldBeFalse();
        check.Holds(new ScriptCondition("isHomepage()"), "couche").ShouldBeTrue();
    }

    private static bool Holds(PageFacts page, params JsonObject[] conditions) =>
        new RuleCheck(page, new PageScripts(page, new Faults(NullLogger<Faults>.Instance), TimeProvider.System, default)).Holds(ConditionReader.ReadRule(Group(conditions)), "couche");
}
