namespace EssConsult.Discussion.Features;

internal static class AlignmentClass
{
    public static string CssClass(this Alignment alignment) => alignment switch
    {
        Alignment.For => "alignment-agree",
        Alignment.Against => "alignment-disagree",
        _ => "alignment-remark",
    };
}
