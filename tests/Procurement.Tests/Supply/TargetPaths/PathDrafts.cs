using Regio.Common.V1;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Supply.TargetPaths;

/// <summary>Places with stay to hold a path against, of products that no other test has.</summary>
internal sealed class PathDrafts(ProcurementHost host)
{
    public TargetPathService.TargetPathServiceClient Rpcs { get; } = new(host.Invoker(TestTokens.For(Roles.ContractManager)));

    public SupplyService.SupplyServiceClient Supply { get; } = new(host.Invoker(TestTokens.For(Roles.ContractManager)));

    /// <summary>A new product with stay.</summary>
    public async Task<string> ProductAsync()
    {
        var product = new Product
        {
            Id = $"stay-{Guid.CreateVersion7():N}",
            Name = "Groepswonen",
            Level = 8,
            WithStay = true,
            Period = new() { StartDate = Day(2015, 1, 1) },
            Source = new Source { Title = "Productenboek" },
        };
        return (await host.Catalogue.CreateProductAsync(new() { RequestId = NewId(), Product = product })).Product.Id;
    }

    /// <summary>A provider with a contract for the product in a year.</summary>
    public async Task<string> ContractedAsync(string product, string buyer = "ZD", int year = 2025, string name = "Yorneo")
    {
        var request = await host.RequestAsync((await host.CreateProviderAsync(name)).Id);
        (request.Contract.Period, request.Contract.Lines[0]) = (Year(year), Line(product, buyer, year));
        await host.SignAsync((await host.Contracts.CreateContractAsync(request)).Contract);
        return request.Contract.ProviderId;
    }

    public async Task ReportAsync(string provider, string product, Date day, int? places)
    {
        var report = new SupplyReport { ProviderId = provider, ProductId = product, MeasuredDate = day };
        if (places is { } given)
            report.Places = given;
        await Supply.RecordSupplyAsync(new() { RequestId = NewId(), Report = report });
    }

    public static SetTargetPathRequest Request(string product, string region = "ZD", params IEnumerable<(Date Day, int Places)> points) => new()
    {
        RequestId = NewId(),
        Path = new TargetPath
        {
            RegionId = region,
            ProductIds = { product },
            Points = { points.Select(point => new TargetPathPoint { StartDate = point.Day, Places = point.Places }) },
            Ground = "Besluit van het ABO",
            Source = new Source { Title = "Besluitenlijst" },
        },
    };

    public async Task<TargetPath> SetAsync(string product, string region = "ZD", params IEnumerable<(Date Day, int Places)> points) =>
        (await Rpcs.SetTargetPathAsync(Request(product, region, points))).Path;
}
