using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace EssConsult.Kernel.Data;

/// <summary>« Contains », whatever the case, on both databases.</summary>
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

    private sealed class Substitute(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
