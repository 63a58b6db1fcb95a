/**
 * What nearly every item's JSON has in common, most common last: zlib's preset dictionary (RFC 1950). It makes
 * a stored item about a third as large. Rows name the dictionary they were deflated with, so this one is never
 * edited: a better one gets the next number.
 */
export const rawDictionary = {
  number: 1,
  bytes: Buffer.from(
    [
      '"data_type":"number"},"data_type":"text"},"data_type":"boolean"},"config":{},"enum_class":"OrderStatus",',
      '"translations":{"en-us":{"name":"Cancelled"},"tr-tr":{"name":"İptal Edildi"}},"name":"Cancelled",',
      '"translations":{"en-us":{"name":"Delivered"},"tr-tr":{"name":"Teslim Edildi"}},"name":"Delivered",',
      '"translations":{"en-us":{"name":"Shipped"},"tr-tr":{"name":"Kargoya Verildi"}},"name":"Shipped",',
      '"translations":{"en-us":{"name":"Approved"},"tr-tr":{"name":"Onaylandı"}},"name":"Approved",',
      '"integration_gram1":{"label":"One Size","value":"One size","data_type":"dropdown"},"marka":{"label":"',
      '"integration_SizeId":{"label":"S","value":"S","data_type":"dropdown"},"integration_ColorId":{"label":"',
      '"integration_size":{"label":"L","value":"L","data_type":"dropdown"},"integration_color":{"label":"BLACK",',
      '{"id":1,"state":{"id":1,"created_date":"2021-06-30T14:43:26.801262Z","modified_date":"2022-10-14T10:39:33.',
      '568211Z","translations":{"en-us":{"name":"Preparing"},"tr-tr":{"name":"Hazırlanıyor"}},"name":"Preparing",',
      '"config":{},"enum_class":"OrderStatus","enum_value":"450","content_type":3},"product":{"id":1,',
      '"productimage_set":[{"order":1,"id":1,"url":"https://cdn/products/2021/03/17/8/.jpg","product":1}],',
      '"created_date":"2023-07-07T08:17:49.890983Z","modified_date":"2024-02-09T08:14:57.425198Z","omnitron_id":1,',
      '"name":"","base_code":"","sku":"","barcode":null,"attributes":{"renk":"SİYAH","beden":"L","integration_size":"',
      '","integration_color":"SİYAH","integration_gram1":"One size","integration_SizeId":"S","integration_ColorId":"',
      '"},"attributes_kwargs":{"renk":{"label":"SİYAH","value":"SİYAH","data_type":"dropdown"},"beden":{"label":"',
      'Large","value":"L","data_type":"dropdown"}},"extra_attributes":{},"remote_modified_date":"2025-02-03T11:53:',
      '24.467975Z"},"created_date":"2025-07-07T08:17:49.927569Z","modified_date":"2026-07-07T08:42:21.265143Z",',
      '"omnitron_id":1,"net_amount":"599.99","price":"599.99","price_currency":"try","retail_price":"1000.00",',
      '"tax_rate":"20.00","tax_rate":"10.00","tax_rate":"8.00","tax_amount":null,"discount_amount":"0.00",',
      '"without_net_amount":null,"installment_interest_amount":null,"attributes":{},"attributes_kwargs":{},',
      '"image":null,"price_list":{"pk":1,"code":null,"name":"","created_date":"2021-02-25T13:41:08.252536Z",',
      '"is_auto_sync":false,"modified_date":"2021-02-25T13:41:08.252562Z"},"stock_list":{"pk":1,"code":null,',
      '"name":"","created_date":"2021-02-25T13:41:20.523128Z","is_auto_sync":false,"modified_date":"2021-02-25T',
      '13:41:20.523152Z"},"extra_field":{"price_extra_field":{},"stock_extra_field":{}},"parent_omnitron_id":null,',
      '"order":1}',
    ].join(''),
  ),
}
