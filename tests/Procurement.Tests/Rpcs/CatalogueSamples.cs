using System.Globalization;
using Regio.Common.V1;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.Testing.Rpcs;

namespace Regio.Procurement.Tests.Rpcs;

/// <summary>Right requests about products and scale rules, for the table over all rpcs.</summary>
internal sealed class CatalogueSamples(ProcurementHost host) : ISampleRequests
{
    private static readonly Source Decision = new() { Title = "Besluit van het ABO", Place = "punt 4" };

    public void AddTo(Samples samples) => samples
        .Add(() => new CreateProductRequest
        {
            Product = new Product { Id = GeneratedRequest.NewId(), Name = "Proef", Level = 5, Period = Open(new DateOnly(2026, 1, 1)), Source = Decision },
        })
        .JudgedElsewhere<CreateProductRequest>("product.id")
        .Add(async () => new AdoptScaleRuleRequest
        {
            ScaleRule = new ScaleRule
            {
                LevelFrom = 7, LevelTo = 7, Scale = Scale.Drenthe, Executor = "Drenthe", Period = Open(await FreeDayAsync()), Ground = "Besluit", Source = Decision,
            },
        });

    private static Period Open(DateOnly start) => new() { StartDate = new() { Year = start.Year, Month = start.Month, Day = start.Day } };

    /// <summary>A day after the start of every rule that is known: a rule is adopted from a later day than those for the same.</summary>
    private async Task<DateOnly> FreeDayAsync() => DateOnly.ParseExact(
        (await host.Database.ScalarAsync<string>("select to_char(greatest(date '2080-01-01', max(lower(validity)) + 1), 'YYYY-MM-DD') from scale_rule"))!,
        "yyyy-MM-dd",
        CultureInfo.InvariantCulture);
}
