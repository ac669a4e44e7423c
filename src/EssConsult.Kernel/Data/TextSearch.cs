using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Kernel.Data;

/// <summary>« Contains », on both databases: whatever the case in texts, whatever the accents too in keys.</summary>
public static class TextSearch
{
    private static readonly MethodInfo Like = typeof(DbFunctionsExtensions).GetMethod(nameof(DbFunctionsExtensions.Like), [typeof(DbFunctions), typeof(string), typeof(string), typeof(string)])!;
    private static readonly MethodInfo ILike = typeof(NpgsqlDbFunctionsExtensions).GetMethod(nameof(NpgsqlDbFunctionsExtensions.ILike), [typeof(DbFunctions), typeof(string), typeof(string), typeof(string)])!;

    /// <summary>Rows in which one of the texts contains the words as they are written; all rows when there are none.</summary>
    public static IQueryable<T> Containing<T>(this IQueryable<T> rows, SiteDb db, string? words, params Expression<Func<T, string?>>[] texts)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            return rows;
        }

        var pattern = "%" + words.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
        Expression<Func<string>> value = () => pattern;
        var row = Expression.Parameter(typeof(T), "row");
        var any = texts
            .Select(text => (Expression)Expression.Call(
                db.Database.IsNpgsql() ? ILike : Like, Expression.Constant(EF.Functions), new Substitute(text.Parameters[0], row).Visit(text.Body), value.Body, Expression.Constant("\\")))
            .Aggregate(Expression.OrElse);
        return rows.Where(Expression.Lambda<Func<T, bool>>(any, row));
    }

    /// <summary>Rows whose key, made by <see cref="TextKey.Of"/>, holds each word that was asked for; all rows when there is none.</summary>
    /// <param name="mostWords">Words beyond are not looked at: each costs a comparison per row.</param>
    public static IQueryable<T> HoldingWords<T>(this IQueryable<T> rows, string? text, Expression<Func<T, string>> key, int mostWords = 8) =>
        TextKey.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(mostWords).Aggregate(rows, (found, word) => found.Where(Holds(key, word)));

    private static Expression<Func<T, bool>> Holds<T>(Expression<Func<T, string>> key, string word)
    {
        Expression<Func<string>> value = () => word;
        return Expression.Lambda<Func<T, bool>>(Expression.Call(key.Body, nameof(string.Contains), null, value.Body), key.Parameters);
    }

    private sealed class Substitute(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
