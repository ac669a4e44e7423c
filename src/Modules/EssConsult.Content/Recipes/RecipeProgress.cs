using System.Globalization;

namespace EssConsult.Content.Recipes;

internal static class RecipeProgress
{
    /// <summary>One line for each step: its name, how it ended, and the sentence of its report.</summary>
    public static Func<Recipe, RecipeRunStep, Task> ToAsync(TextWriter output) => (_, step) =>
        output.WriteLineAsync($"  {Word(step.Outcome),-8} {step.Name,-18} {Sentence(step)} ({step.Milliseconds} ms)");

    public static string Word(RecipeStepOutcome? outcome) => outcome switch
    {
        RecipeStepOutcome.Done => "fait",
        RecipeStepOutcome.Partial => "partiel",
        RecipeStepOutcome.Ignored => "ignoré",
        RecipeStepOutcome.Failed => "échec",
        _ => "en cours",
    };

    private static string Sentence(RecipeRunStep step) => step.Values.Length == 0 ? step.Sentence : string.Format(CultureInfo.CurrentCulture, step.Sentence, [.. step.Values]);
}
