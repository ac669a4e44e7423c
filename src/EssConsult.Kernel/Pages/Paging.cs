namespace EssConsult.Kernel.Pages;

/// <summary>The links from page to page of a list, shown by the partial <see cref="Partial"/>; nothing where there is one page.</summary>
public sealed record Paging(int Number, int Count, Func<int, string> Link)
{
    public const string Partial = "/Features/Paging.cshtml";

    /// <summary>First, last and the neighbours of the current page; 0 stands for a gap.</summary>
    public IEnumerable<int> Steps()
    {
        var last = 0;
        foreach (var step in new[] { 1, Number - 1, Number, Number + 1, Count }.Where(step => step >= 1 && step <= Count).Distinct().Order())
        {
            if (step > last + 1)
            {
                yield return step == last + 2 ? last + 1 : 0;
            }

            yield return last = step;
        }
    }
}
