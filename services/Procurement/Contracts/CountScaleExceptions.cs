using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Contracts;

/// <summary>How often each exception to the scale rule is in use in a period.</summary>
internal sealed class CountScaleExceptions(ProcurementDbContext db)
{
    public async Task<CountScaleExceptionsResponse> RunAsync(CountScaleExceptionsRequest request, CancellationToken ct)
    {
        var from = request.Period.StartDate.ToDateOnly();
        var until = request.Period.EndDate?.ToDateOnly();
        var counts = await db.Database.SqlQuery<Count>(
            $"""
             select scale_exception as "Exception", product_id as "ProductId", buyer_id as "BuyerId", count(*) as "Lines"
             from contract_line
             where scale_exception is not null and active && daterange({from}::date, {until}::date)
             group by scale_exception, product_id, buyer_id
             order by scale_exception, product_id, buyer_id
             """).ToListAsync(ct);
        return new CountScaleExceptionsResponse
        {
            Counts =
            {
                counts.Select(count => new ScaleExceptionCount
                {
                    ScaleException = (V1.ScaleException)Enum.Parse<ScaleException>(count.Exception),
                    ProductId = count.ProductId,
                    BuyerId = count.BuyerId,
                    Lines = count.Lines,
                }),
            },
        };
    }

    private sealed record Count(string Exception, string ProductId, string BuyerId, long Lines);
}

internal sealed class CountScaleExceptionsValidator : AbstractValidator<CountScaleExceptionsRequest>
{
    public CountScaleExceptionsValidator() => RuleFor(r => r.Period).IsPeriod();
}
