using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Municipalities.Register;

namespace Regio.Municipalities.Persistence;

/// <summary>Stores where a row comes from in two columns of its own table.</summary>
internal static class SourceColumns
{
    public static void HasSource<T>(this EntityTypeBuilder<T> table, Expression<Func<T, Source>> source)
        where T : class =>
        table.ComplexProperty(source!, columns =>
        {
            columns.IsRequired();
            columns.Property(s => s.Title).HasColumnName("source_title");
            columns.Property(s => s.Place).HasColumnName("source_place");
        });
}
