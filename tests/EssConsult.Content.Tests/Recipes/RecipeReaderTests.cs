using EssConsult.Content.Recipes;
using EssConsult.Kernel.Data;

namespace EssConsult.Content.Tests.Recipes;

public sealed class RecipeReaderTests
{
    [Fact]
    public void Comments_trailing_commas_a_byte_order_mark_and_any_case_are_read()
    {
        var recipe = RecipeReader.Read(
            "\uFEFF" + """
            {
              // the id
              "Name": "blog", "displayName": "Blog", "issetuprecipe": true, "tags": ["demo",],
              "Variables": { "now": "[js: 1]", },
              "Steps": [ { "name": "Feature", /* ids */ "enable": [] }, "stray", ],
            }
            """,
            "file", folder: null);

        recipe.Name.ShouldBe("blog");
        recipe.IsSetup.ShouldBeTrue();
        recipe.IsDemo.ShouldBeTrue();
        recipe.Variables["now"].ShouldBe("[js: 1]");
        recipe.Steps.Select(step => step["name"]!.ToString()).ShouldBe(["Roles", "Feature"]);
    }

    [Theory]
    [InlineData("true", "roles", "roles,Settings")]
    [InlineData("true", "Layers", "Roles,Layers,Settings")]
    [InlineData("false", "Layers", "Layers,Settings")]
    public void A_setup_recipe_that_speaks_of_no_roles_begins_with_its_readers(string isSetup, string step, string steps)
    {
        var recipe = RecipeReader.Read($$"""{ "issetuprecipe": {{isSetup}}, "steps": [ { "name": "{{step}}" }, { "name": "Settings" } ] }""", "file", folder: null);

        string.Join(',', recipe.Steps.Select(known => known["name"]!.ToString())).ShouldBe(steps);
    }

    [Fact]
    public void A_recipe_without_a_name_takes_its_files()
    {
        RecipeReader.Read("""{ "steps": [] }""", "menu", folder: null).Name.ShouldBe("menu");
    }

    [Theory]
    [InlineData("", "recipe.json")]
    [InlineData("{", "recipe.json")]
    [InlineData("""{ "steps": [], "steps": [] }""", "recipe.json")]
    [InlineData("[]", "recipe.not-an-object")]
    [InlineData("""{ "name": "x" }""", "recipe.no-steps")]
    public void What_is_no_recipe_is_refused_with_a_sentence(string text, string code)
    {
        Should.Throw<RuleException>(() => RecipeReader.Read(text, "file", folder: null)).Code.ShouldBe(code);
    }

    [Fact]
    public void Files_are_read_beside_the_recipe_but_not_above_the_root()
    {
        var root = Directory.CreateTempSubdirectory("ess-recipe-");
        var folder = root.CreateSubdirectory("blog");
        File.WriteAllText(Path.Combine(root.FullName, "shared.txt"), "partagé");
        File.WriteAllText(Path.Combine(folder.FullName, "a.txt"), "été");
        var files = new RecipeFolder(folder.FullName, root.FullName);

        RecipeFileExpression.Read("text('a.txt')", files).ShouldBe("été");
        RecipeFileExpression.Read(" text('../shared.txt')", files).ShouldBe("partagé");
        RecipeFileExpression.Read("base64('a.txt')", files).ShouldBe("w6l0w6k=");
        Should.Throw<RuleException>(() => RecipeFileExpression.Read("text('../../etc/passwd')", files)).Code.ShouldBe("recipe.path-outside");
        Should.Throw<RuleException>(() => RecipeFileExpression.Read("text('/etc/passwd')", files)).Code.ShouldBe("recipe.path-outside");
        Should.Throw<RuleException>(() => RecipeFileExpression.Read("text('none.txt')", files)).Code.ShouldBe("recipe.file-missing");
        root.Delete(recursive: true);
    }
}
