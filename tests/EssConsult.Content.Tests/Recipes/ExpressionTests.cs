using EssConsult.Content.Recipes;
using EssConsult.Kernel.Data;
using EssConsult.Kernel.Scripting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace EssConsult.Content.Tests.Recipes;

public sealed class ExpressionTests
{
    [Theory]
    [InlineData("plain text", "plain text")]
    [InlineData("[js: 1 + 2]", "3")]
    [InlineData("[js:'a' + 'b']", "ab")]
    [InlineData("[js: 'a' + ']' ]", "a]")]
    [InlineData("[js: [1, 2][1]]", "2")]
    [InlineData("[js: return 'from a statement']", "from a statement")]
    [InlineData("[js: const x = 2; return x * x]", "4")]
    [InlineData("[js: (() => { return 'inner'; })()]", "inner")]
    [InlineData("[js: parameters('Nobody')]", "")]
    [InlineData("[js: parameters('AdminUserId')]", "4admin")]
    [InlineData("[js: null]", "")]
    [InlineData("[js: undefined]", "")]
    [InlineData("[js: true]", "true")]
    [InlineData("[js: 1.5]", "1.5")]
    [InlineData("[js: ({ a: [1, 'b'] })]", """{"a":[1,"b"]}""")]
    [InlineData("[js: new Date(0)]", "1970-01-01T00:00:00.000Z")]
    [InlineData("[js: Promise.resolve('kept')]", "kept")]
    [InlineData("[js: '[js: 40 + 2]']", "42")]
    [InlineData("[js: '[github_stars]']", "[github_stars]")]
    [InlineData("[JS: 1]", "1")]
    [InlineData("[github_stars]", "[github_stars]")]
    [InlineData("[comment]# a: b[/x]", "[comment]# a: b[/x]")]
    [InlineData("[[js: 1]]", "[[js: 1]]")]
    [InlineData("[:x]", "[:x]")]
    [InlineData("[js2: 1]", "[js2: 1]")]
    [InlineData("[env:HOME]", "env:HOME")]
    [InlineData("[localization: Hello]", "localization: Hello")]
    [InlineData("[js: 1", "[js: 1")]
    [InlineData("see [js: 1]", "see [js: 1]")]
    [InlineData("[]", "[]")]
    [InlineData("", "")]
    public void A_text_is_a_script_only_between_one_pair_of_brackets_with_letters_before_its_first_colon(string text, string value)
    {
        using var scripts = Scripts();

        scripts.Evaluate(text).ShouldBe(value);
    }

    [Theory]
    [InlineData("[js: base64('w6l0w6k=')]", "été")]
    [InlineData("[js: html('&eacute;t&eacute;')]", "été")]
    [InlineData("[js: base64(gzip('H4sIAAAAAAAAA8tIzcnJBwCGphA2BQAAAA=='))]", "hello")]
    [InlineData("[js: getUrlPrefix('/blog')]", "/blog")]
    [InlineData("[js: getUrlPrefix('blog')]", "/blog")]
    [InlineData("[js: getUrlPrefix() ]", "/")]
    [InlineData("[js: configuration('Site:Name', 'none')]", "Solilab")]
    [InlineData("[js: configuration('Site:Other', 'none')]", "none")]
    [InlineData("[js: configuration('Mail:Password', 'none')]", "none")]
    [InlineData("[js: configuration('ConnectionStrings:Site')]", "")]
    [InlineData("[js: log('Information', 'hello {0}', 1)]", "")]
    [InlineData("[js: typeof System]", "undefined")]
    [InlineData("[js: typeof importNamespace]", "undefined")]
    public void Scripts_call_Orchards_functions_and_reach_neither_secrets_nor_the_platform(string text, string value)
    {
        using var scripts = Scripts();

        scripts.Evaluate(text).ShouldBe(value);
    }

    [Fact]
    public void A_variable_is_computed_once_and_two_literals_twice()
    {
        using var scripts = Scripts(new() { ["id"] = "[js: uuid()]", ["both"] = "[js: variables('id') + variables('id')]", ["text"] = "as it is" });

        var id = scripts.Evaluate("[js: variables('id')]");
        id.Length.ShouldBe(26);
        scripts.Evaluate("[js:variables('id')]").ShouldBe(id);
        scripts.Evaluate("[js: variables('both')]").ShouldBe(id + id);
        scripts.Evaluate("[js: variables('text')]").ShouldBe("as it is");
        scripts.Evaluate("[js:uuid()]").ShouldNotBe(scripts.Evaluate("[js:uuid()]"));
    }

    [Fact]
    public void A_variable_that_nobody_reads_is_never_computed()
    {
        using var scripts = Scripts(new() { ["broken"] = "[js: nobody.there]", ["fine"] = "1" });

        scripts.Evaluate("[js: variables('fine')]").ShouldBe("1");
    }

    [Theory]
    [InlineData("[js: variables('nobody')]", "recipe.unknown-variable")]
    [InlineData("[js: variables('left')]", "recipe.circular-variable")]
    [InlineData("[js: variables('file')]", "recipe.no-files")]
    [InlineData("[js: parameters('Loop')]", "recipe.endless-expression")]
    [InlineData("[file: text('a.txt')]", "recipe.no-files")]
    [InlineData("[file: delete('a.txt')]", "recipe.file-expression")]
    public void What_cannot_be_evaluated_is_said(string text, string code)
    {
        using var scripts = Scripts(new()
        {
            ["left"] = "[js: variables('right')]",
            ["right"] = "[js: variables('left')]",
            ["file"] = "[file: text('a.txt')]",
        });

        Should.Throw<RuleException>(() => scripts.Evaluate(text)).Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("[js: nobody.there]")]
    [InlineData("[js: while (true) { }]")]
    [InlineData("[js: const a = []; for (let i = 0; i < 50; i++) { a.push('x'.repeat(1000000) + i); } a.length]")]
    [InlineData("[js: (function f() { f(); })()]")]
    [InlineData("[js: this is not a script]")]
    public void A_script_that_fails_or_goes_beyond_a_limit_ends(string text)
    {
        using var scripts = Scripts();

        Should.Throw<ScriptException>(() => scripts.Evaluate(text));
        scripts.Evaluate("[js: 1]").ShouldBe("1");
    }

    [Fact]
    public void Two_scripts_may_declare_the_same_name()
    {
        using var scripts = Scripts();

        scripts.Evaluate("[js: let date = 1; date]").ShouldBe("1");
        scripts.Evaluate("[js: const date = 2; date]").ShouldBe("2");
    }

    private static RecipeScripts Scripts(Dictionary<string, string>? variables = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Recipes:Readable:0"] = "Site:Name",
            ["Recipes:Readable:1"] = "Mail:Password",
            ["Site:Name"] = "Solilab",
            ["Mail:Password"] = "hidden",
            ["ConnectionStrings:Site"] = "hidden",
        }).Build();
        var recipe = new Recipe { Name = "test", DisplayName = "Test", Variables = variables ?? [] };
        var parameters = new Dictionary<string, string> { ["AdminUserId"] = "4admin", ["Loop"] = "[js: parameters('Loop')]" };
        return new RecipeScripts(recipe, parameters, new RecipeGlobals(configuration, [], NullLogger<RecipeGlobals>.Instance), TimeProvider.System, CancellationToken.None);
    }
}
